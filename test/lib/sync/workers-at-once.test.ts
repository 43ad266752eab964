import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { openDirectorySiteStore, type SiteStore } from '../../../lib/publish/index.js';
import { FIRST, FIRST_ID, SECOND, SECOND_ID } from '../../support/night.js';
import type { SamplePackage } from '../../support/sample-package.js';
import { SyncBench } from '../../support/sync-bench.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

describe('several workers on one directory', () => {
  const directory = useTemporaryDirectory();
  const site = (): string => join(directory(), 'site');
  const open = (): Promise<SiteStore> => openDirectorySiteStore(site());

  /** A process of its own, but for the site and the clock. */
  const runAt = async (worker: number, now: string, offered: SamplePackage): Promise<string> => {
    const bench = new SyncBench(join(directory(), `worker-${worker}`), await open());
    return (await bench.runAt(now, offered)).kind;
  };
  const expectServed = (id: string, sample: SamplePackage): void => {
    expect(readlinkSync(join(site(), 'live'))).toBe(`cuts/${id}`);
    for (const [path, content] of Object.entries(sample.files)) {
      expect(readFileSync(join(site(), 'live', path)).equals(content)).toBe(true);
    }
  };

  it('publish one cut once', async () => {
    const now = '2027-06-06T20:05:00-07:00';
    const kinds = await Promise.all([1, 2, 3, 4].map((worker) => runAt(worker, now, FIRST)));
    expect(kinds).toContain('published');
    expect(kinds.filter((kind) => kind !== 'published' && kind !== 'unchanged')).toEqual([]);
    expect(readdirSync(join(site(), 'moves'))).toHaveLength(1);
    expectServed(FIRST_ID, FIRST);
  });

  it('end at the newest of the cuts that they were offered, whoever comes last', async () => {
    const now = '2027-06-06T20:25:00-07:00';
    const offered = [SECOND, FIRST, SECOND, FIRST, FIRST, SECOND, FIRST, FIRST];
    const kinds = await Promise.all(offered.map((sample, worker) => runAt(worker, now, sample)));
    expect(kinds).not.toContain('failed');
    expectServed(SECOND_ID, SECOND);
    const moves = readdirSync(join(site(), 'moves')).sort();
    const last = JSON.parse(readFileSync(join(site(), 'moves', moves.at(-1) ?? ''), 'utf8')) as unknown;
    expect(last).toEqual({ state: 'live', generation: SECOND_ID });
  });
});
