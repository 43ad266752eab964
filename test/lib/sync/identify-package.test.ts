import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemoryJournal } from '../../../lib/journal/index.js';
import { MemorySiteStore } from '../../../lib/publish/index.js';
import type { WorkerSettings } from '../../../lib/worker-settings.js';
import { FIRST, FIRST_ID, generationAt, REHEARSED, SECOND } from '../../support/night.js';
import { putNotes } from '../../support/noted.js';
import { SyncBench } from '../../support/sync-bench.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';
import { SETTINGS } from '../../support/worker-settings.js';

describe('identifyPackage in a run', () => {
  const directory = useTemporaryDirectory();
  let store: MemorySiteStore;
  let bench: SyncBench;

  beforeEach(() => {
    store = new MemorySiteStore();
    bench = new SyncBench(directory(), store);
  });

  it('keeps each package as it came', async () => {
    await bench.runAt('2027-06-06T20:05:00-07:00', FIRST);
    const kept = readFileSync(join(bench.archiveRoot, 'packages', FIRST_ID, FIRST.name));
    expect(kept.equals(FIRST.bytes)).toBe(true);
  });

  it('refuses a cut from the future, and keeps it as evidence once', async () => {
    for (const minute of ['10', '11', '12']) {
      expect(await bench.runAt(`2027-06-06T20:${minute}:00-07:00`, SECOND)).toMatchObject({
        kind: 'refused',
        error: { code: 'CUT_FROM_THE_FUTURE' },
      });
    }
    const evidence = generationAt(SECOND, '2027-06-07T03:10:00Z');
    expect(readdirSync(join(bench.archiveRoot, 'packages'))).toEqual([evidence]);
  });

  it('keeps one copy of a package whose time it can’t tell', async () => {
    const unnamed = { ...FIRST, name: 'paquete.zip' };
    await bench.runAt('2027-06-06T20:05:00-07:00', unnamed);
    expect(await bench.runAt('2027-06-06T20:06:00-07:00')).toMatchObject({
      kind: 'refused',
      error: { code: 'CUT_TIME_UNKNOWN' },
    });
    expect(readdirSync(join(bench.archiveRoot, 'packages'))).toHaveLength(1);
  });

  it('takes the same bytes for the same cut where cuts have no time of their own', async () => {
    const settings: WorkerSettings = {
      ...SETTINGS,
      package: { ...SETTINGS.package, cutTime: { from: 'arrival' } },
    };
    bench = new SyncBench(directory(), store, settings);
    const id = generationAt(FIRST, '2027-06-07T03:05:00Z');
    expect(await bench.runAt('2027-06-06T20:05:00-07:00', FIRST)).toMatchObject({ generation: id });
    await putNotes(store, '');
    expect(await bench.runAt('2027-06-06T20:06:00-07:00')).toEqual({ kind: 'unchanged', generation: id });
  });

  it('never takes the data of a drill for new where cuts have no time of their own and the notes are lost', async () => {
    const settings: WorkerSettings = {
      ...SETTINGS,
      package: { ...SETTINGS.package, cutTime: { from: 'arrival' } },
    };
    bench = new SyncBench(directory(), store, settings);
    const journal = new MemoryJournal(bench.clock);
    bench.overrides = { journal };
    await bench.runAt('2027-05-16T20:05:00-07:00', REHEARSED);
    await bench.runAt('2027-05-16T20:25:00-07:00', SECOND);
    await putNotes(store, '');
    for (const drilled of [REHEARSED, SECOND]) {
      expect(await bench.runAt('2027-06-06T20:05:00-07:00', drilled)).toMatchObject({
        kind: 'held',
        reason: 'rehearsal',
      });
    }
    expect(await bench.runAt('2027-06-06T20:06:00-07:00', FIRST)).toMatchObject({
      generation: generationAt(FIRST, '2027-06-07T03:06:00Z'),
    });
  });
});
