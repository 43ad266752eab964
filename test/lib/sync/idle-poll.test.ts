import { join } from 'node:path';
import { openFileJournal, type FileJournal } from '../../../lib/journal/index.js';
import { openDirectorySiteStore } from '../../../lib/publish/index.js';
import type { SyncWorker } from '../../../lib/sync/index.js';
import { changedBetween, folderSnapshot } from '../../support/folder-snapshot.js';
import { FIRST, SECOND, ZEROS } from '../../support/night.js';
import { SyncBench } from '../../support/sync-bench.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

describe('an idle run on a directory', () => {
  const directory = useTemporaryDirectory();
  let bench: SyncBench;
  let journal: FileJournal;
  let worker: SyncWorker;

  beforeEach(async () => {
    const site = join(directory(), 'site');
    const store = await openDirectorySiteStore(site);
    bench = new SyncBench(directory(), store);
    journal = await openFileJournal(join(site, 'state', 'journal.jsonl'), { clock: bench.clock });
    bench.overrides = {
      journal,
      retiring: store,
      heartbeat: join(site, 'state', 'heartbeat'),
      workDirectory: join(site, 'scratch'),
    };
    worker = bench.worker();
  });
  afterEach(() => journal.close());

  /** What a run changes of the site and of the archive. */
  const changedBy = async (run: () => Promise<unknown>): Promise<readonly string[]> => {
    await journal.commit();
    const before = folderSnapshot(directory());
    await run();
    await journal.commit();
    return changedBetween(before, folderSnapshot(directory()));
  };
  const DAMAGED = { ...SECOND, bytes: SECOND.bytes.subarray(0, -30) };

  it.each([
    ['knows that nothing is new', '2027-06-06T20:05:00-07:00', FIRST, false, 'unchanged'],
    ['sends the live package again', '2027-06-06T20:05:00-07:00', FIRST, true, 'unchanged'],
    ['offers a held package again', '2027-06-06T19:50:00-07:00', ZEROS, true, 'held'],
    ['offers a damaged package again', '2027-06-06T20:25:00-07:00', DAMAGED, true, 'refused'],
  ] as const)(
    'writes nothing but its heartbeat where the source %s',
    async (_what, now, offered, forgetful, kind) => {
      bench.source.forgetful = forgetful;
      await bench.runAt(now, offered, worker);
      const later = now.replace(':00-07', ':59-07');
      const changed = await changedBy(async () => {
        expect(await bench.runAt(later, offered, worker)).toMatchObject({ kind });
      });
      expect(changed).toEqual(['site/state/heartbeat']);
    },
  );

  it('is told by its heartbeat only where a run that publishes is told by much more', async () => {
    const changed = await changedBy(() => bench.runAt('2027-06-06T20:05:00-07:00', FIRST, worker));
    expect(changed).toContain('site/live');
    expect(changed).toContain('site/state/journal.jsonl');
    expect(changed.length).toBeGreaterThan(10);
  });
});
