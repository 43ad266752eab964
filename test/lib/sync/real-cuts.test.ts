import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { openPromise } from 'yauzl';
import { openDirectorySiteStore } from '../../../lib/publish/index.js';
import type { WorkerSettings } from '../../../lib/worker-settings.js';
import { sha256 } from '../../support/cuts.js';
import type { SamplePackage } from '../../support/sample-package.js';
import { SyncBench } from '../../support/sync-bench.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';
import { SETTINGS } from '../../support/worker-settings.js';

/** Two cuts of Puebla's election of 2024, where this checkout has them beside it. */
const DATA = join(__dirname, '../../../../shared/data/puebla-2024');

/** A real package with its files, read without any of our own code. */
async function realPackage(name: string): Promise<SamplePackage> {
  const bytes = readFileSync(join(DATA, name));
  const files: Record<string, Buffer> = {};
  const zip = await openPromise(join(DATA, name));
  for await (const entry of zip.eachEntry()) {
    files[entry.fileName] = await buffer(await zip.openReadStreamPromise(entry));
  }
  return { name, bytes, sha256: sha256(bytes), files };
}

const NIGHT: WorkerSettings = {
  ...SETTINGS,
  zone: 'America/Mexico_City',
  windows: [
    {
      id: 'election',
      kind: 'election',
      from: '2024-06-02T19:00:00-06:00',
      opensAt: '2024-06-02T20:00:00-06:00',
      until: '2024-06-04T00:00:00-06:00',
    },
  ],
};

if (existsSync(DATA)) {
  describe('the real cuts of Puebla 2024', () => {
    const directory = useTemporaryDirectory();

    it('are published one after the other into a directory, byte for byte', async () => {
      const site = join(directory(), 'site');
      const bench = new SyncBench(directory(), await openDirectorySiteStore(site), NIGHT);
      const names = readdirSync(DATA).sort();
      expect(names).toHaveLength(2);
      for (const [index, name] of names.entries()) {
        const sample = await realPackage(name);
        const now = `2024-06-03T${index === 0 ? '18' : '20'}:04:00-06:00`;
        expect(await bench.runAt(now, sample)).toMatchObject({ kind: 'published', sentFiles: 3 });
        const served = readdirSync(join(site, 'live')).sort();
        expect(served).toEqual(Object.keys(sample.files).sort());
        for (const path of served) {
          const content = readFileSync(join(site, 'live', path));
          expect(content.equals(sample.files[path] ?? Buffer.alloc(0))).toBe(true);
        }
      }
    });
  });
} else {
  describe('the real cuts of Puebla 2024', () => {
    it('are not beside this checkout, so that only the samples were published', () => {
      process.stdout.write(`real cuts: none in ${DATA}; the test that publishes them did not run\n`);
      expect(existsSync(DATA)).toBe(false);
    });
  });
}
