import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { openPromise } from 'yauzl';
import { openDirectorySiteStore } from '../../../lib/publish/index.js';
import type { WorkerSettings } from '../../../lib/worker-settings.js';
import { sha256 } from '../../support/cuts.js';
import type { SamplePackage } from '../../support/sample-package.js';
import { SyncBench } from '../../support/sync-bench.js';
import { buildTar } from '../../support/tar-writer.js';
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

/** What readers find below a folder is what the package holds, byte for byte, and nothing else. */
function expectServed(folder: string, { files }: SamplePackage): void {
  const served = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  expect(served.sort()).toEqual(Object.keys(files).sort());
  for (const path of served) {
    expect(readFileSync(join(folder, path)).equals(files[path] ?? Buffer.alloc(0))).toBe(true);
  }
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
        expectServed(join(site, 'live'), sample);
        const [generation] = readdirSync(join(bench.archiveRoot, 'packages')).sort().slice(-1);
        const kept = readFileSync(join(bench.archiveRoot, 'packages', generation ?? '', name));
        expect(kept.equals(sample.bytes)).toBe(true);
      }
    });

    it('have the same files where the institute packs them as a tar.gz', async () => {
      const [name = ''] = readdirSync(DATA).sort();
      const sample = await realPackage(name);
      const entries = Object.entries(sample.files).map(([path, content]) => ({ name: `./${path}`, content }));
      const bytes = gzipSync(buildTar([{ name: './' }, ...entries]));
      const site = join(directory(), 'site');
      const bench = new SyncBench(directory(), await openDirectorySiteStore(site), NIGHT);
      const packed = { ...sample, name: name.replace('.zip', '.tar.gz'), bytes, sha256: sha256(bytes) };
      expect(await bench.runAt('2024-06-03T18:04:00-06:00', packed)).toMatchObject({ kind: 'published' });
      expectServed(join(site, 'live'), sample);
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
