import { DifusorError } from '../../../lib/errors.js';
import { MemoryJournal } from '../../../lib/journal/index.js';
import { MemorySiteStore } from '../../../lib/publish/index.js';
import type { WorkerSettings } from '../../../lib/worker-settings.js';
import { generationAt } from '../../support/night.js';
import { samplePackage } from '../../support/sample-package.js';
import { SyncBench } from '../../support/sync-bench.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';
import { SETTINGS } from '../../support/worker-settings.js';

/** One window of four days, so that cuts can grow old in it. */
const LONG: WorkerSettings = {
  ...SETTINGS,
  retentionHours: 24,
  windows: [
    {
      id: 'election',
      kind: 'election',
      from: '2027-06-06T19:00:00-07:00',
      opensAt: '2027-06-06T20:00:00-07:00',
      until: '2027-06-10T21:00:00-07:00',
    },
  ],
};
const ONE = samplePackage({ time: '20270606_2000', counted: 312 });
const TWO = samplePackage({ time: '20270606_2020', counted: 655 });
const THREE = samplePackage({ time: '20270607_2100', counted: 700 });
const ONE_ID = generationAt(ONE, '2027-06-07T03:00:00Z');
const TWO_ID = generationAt(TWO, '2027-06-07T03:20:00Z');

describe('retireOldCuts in a worker', () => {
  const directory = useTemporaryDirectory();
  let store: MemorySiteStore;
  let bench: SyncBench;
  let journal: MemoryJournal;

  const setUp = (settings: WorkerSettings = LONG): void => {
    store = new MemorySiteStore(() => bench.clock());
    bench = new SyncBench(directory(), store, settings);
    journal = new MemoryJournal(bench.clock);
    bench.overrides = { retiring: store, journal };
  };
  const publishTwo = async (): Promise<void> => {
    await bench.runAt('2027-06-06T20:05:00-07:00', ONE);
    await bench.runAt('2027-06-06T20:25:00-07:00', TWO);
  };
  const kept = async (): Promise<string[]> =>
    (await store.listCuts()).map(({ generation }) => generation).sort();
  const retired = (): unknown[] => journal.events.filter(({ event }) => event === 'retired');
  const runLate = (): Promise<unknown> => bench.runAt('2027-06-07T21:05:00-07:00', THREE);

  beforeEach(() => setUp());

  it('takes away what was replaced longer ago than a day, and writes it down', async () => {
    await publishTwo();
    expect(await kept()).toHaveLength(2);
    await runLate();
    expect(await kept()).toEqual([TWO_ID, generationAt(THREE, '2027-06-08T04:00:00Z')]);
    expect(retired()).toEqual([{ event: 'retired', generations: [ONE_ID] }]);
  });

  it('does so only after a cut was published, and writes nothing down where nothing is old', async () => {
    await publishTwo();
    expect(await bench.runAt('2027-06-08T20:05:00-07:00')).toMatchObject({ kind: 'unchanged' });
    expect(await kept()).toHaveLength(2);
    expect(retired()).toEqual([]);
  });

  it.each([
    ['the settings name no age', { ...LONG, retentionHours: undefined }, true],
    ['the store may not delete', LONG, false],
  ])('takes nothing away where %s', async (_what, { retentionHours, ...settings }, retiring) => {
    setUp(retentionHours === undefined ? settings : { ...settings, retentionHours });
    if (!retiring) bench.overrides = { journal };
    await publishTwo();
    await runLate();
    expect(await kept()).toHaveLength(3);
  });

  it('keeps the outcome where it fails, says so, and tries again after the next cut', async () => {
    await publishTwo();
    jest.spyOn(store, 'removeCut').mockRejectedValueOnce(new DifusorError('STORE_WRITE_FAILED'));
    expect(await runLate()).toMatchObject({ kind: 'published' });
    expect(bench.logLines()).toContainEqual(
      expect.objectContaining({ level: 40, msg: 'old cuts not taken away' }),
    );
    expect(await kept()).toHaveLength(3);
    const four = samplePackage({ time: '20270607_2120', counted: 701 });
    await bench.runAt('2027-06-07T21:25:00-07:00', four);
    expect(await kept()).not.toContain(ONE_ID);
  });
});
