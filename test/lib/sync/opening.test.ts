import type { Pointer } from '../../../lib/edge/pointer.js';
import { MemorySiteStore } from '../../../lib/publish/index.js';
import { ClockWitness } from '../../../lib/sync/clock-witness.js';
import { createSyncLog } from '../../../lib/sync/index.js';
import { mayOpen } from '../../../lib/sync/opening.js';
import type { WorkerSettings } from '../../../lib/worker-settings.js';
import { linesOf } from '../../support/lines.js';
import { FIRST, FIRST_ID, SECOND, SECOND_ID, ZEROS, ZEROS_ID } from '../../support/night.js';
import { SyncBench } from '../../support/sync-bench.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';
import { SETTINGS } from '../../support/worker-settings.js';

const ELECTION = SETTINGS.windows[1]!;
const BEFORE = '2027-06-06T19:30:00-07:00';
const AFTER = '2027-06-06T20:01:00-07:00';
const CLOSED: Pointer = { state: 'closed' };
const LIVE: Pointer = { state: 'live', generation: ZEROS_ID };

describe('mayOpen', () => {
  interface Case {
    readonly now: string;
    readonly heard?: string;
    readonly tellsTime?: boolean;
    readonly pointer?: Pointer;
    readonly generation?: string;
    readonly cutTime?: WorkerSettings['package']['cutTime'];
  }
  const judge = (each: Case): { readonly opens: boolean; readonly logged: number } => {
    const { destination, lines } = linesOf();
    const clockWitness = new ClockWitness(() => 0);
    if (each.heard !== undefined) clockWitness.hear(new Date(each.heard));
    const { source } = new SyncBench('');
    source.tellsTime = each.tellsTime ?? true;
    const context = {
      clock: () => new Date(each.now),
      clockWitness,
      settings: {
        ...SETTINGS,
        package: { ...SETTINGS.package, cutTime: each.cutTime ?? SETTINGS.package.cutTime },
      },
      source,
      log: createSyncLog(destination),
    };
    const opens = mayOpen(context, ELECTION, each.pointer ?? CLOSED, each.generation ?? ZEROS_ID);
    return { opens, logged: lines().length };
  };

  it.each<[string, Case, boolean]>([
    ['before the opening, by both clocks', { now: BEFORE, heard: BEFORE }, false],
    ['before the opening, whatever the source says', { now: BEFORE, heard: AFTER }, false],
    ['before the opening, for a site that is live', { now: BEFORE, heard: BEFORE, pointer: LIVE }, false],
    ['after it, by both clocks', { now: AFTER, heard: AFTER }, true],
    ['after it, by this clock only', { now: AFTER, heard: BEFORE }, false],
    ['after it, by this clock, the source not heard yet', { now: AFTER }, false],
    ['after it, and the source never tells', { now: AFTER, tellsTime: false }, true],
    ['after it, with a cut of after it', { now: AFTER, heard: BEFORE, generation: FIRST_ID }, true],
    [
      'after it, with a cut that is dated by its arrival',
      { now: AFTER, heard: BEFORE, generation: FIRST_ID, cutTime: { from: 'arrival' } },
      false,
    ],
    ['after it, for a site that is live already', { now: AFTER, heard: BEFORE, pointer: LIVE }, true],
    ['after it, behind a notice', { now: AFTER, heard: BEFORE, pointer: { state: 'notice' } }, false],
  ])('is told right %s', (_what, each, opens) => {
    expect(judge(each).opens).toBe(opens);
  });

  it('logs that the two clocks differ, and only that', () => {
    expect(judge({ now: AFTER, heard: BEFORE }).logged).toBe(1);
    expect(judge({ now: BEFORE, heard: BEFORE }).logged).toBe(0);
    expect(judge({ now: AFTER, heard: AFTER }).logged).toBe(0);
  });
});

describe('a host clock that is ahead', () => {
  const directory = useTemporaryDirectory();
  let store: MemorySiteStore;
  let bench: SyncBench;
  let monotonicMs: number;

  beforeEach(() => {
    store = new MemorySiteStore();
    bench = new SyncBench(directory(), store);
    bench.source.tellsTime = true;
    monotonicMs = 0;
    bench.overrides = { monotonicMs: () => monotonicMs };
  });
  const state = async (): Promise<string> => (await store.readPointer()).pointer.state;

  it('opens nothing, as one process or as many', async () => {
    const worker = bench.worker();
    bench.source.sourceTime = new Date('2027-06-06T19:48:00-07:00');
    const one = await bench.runAt('2027-06-06T20:30:00-07:00', ZEROS, worker);
    const again = await bench.runAt('2027-06-06T20:31:00-07:00', ZEROS, worker);
    const other = await bench.runAt('2027-06-06T20:32:00-07:00', ZEROS);
    for (const outcome of [one, again, other]) {
      expect(outcome).toMatchObject({ kind: 'held', reason: 'before-opening' });
    }
    expect(await state()).toBe('closed');
  });

  it('opens once the source’s clock says so too, though it is set ahead still', async () => {
    const worker = bench.worker();
    bench.source.sourceTime = new Date('2027-06-06T19:59:00-07:00');
    bench.source.sourceTime.setSeconds(bench.source.sourceTime.getSeconds() - 30);
    await bench.runAt('2027-06-07T08:00:00-07:00', ZEROS, worker);
    expect(await state()).toBe('closed');
    monotonicMs += 90_000;
    expect(await bench.runAt('2027-06-07T08:01:30-07:00', ZEROS, worker)).toMatchObject({
      kind: 'published',
    });
    expect(await state()).toBe('live');
  });

  it('does not keep a cut that is dated after the opening, which is a witness of its own', async () => {
    bench.source.sourceTime = new Date('2027-06-06T19:57:00-07:00');
    expect(await bench.runAt('2027-06-06T20:05:00-07:00', FIRST)).toMatchObject({ kind: 'published' });
    bench.source.sourceTime = new Date('2027-06-06T20:17:00-07:00');
    expect(await bench.runAt('2027-06-06T20:25:00-07:00', SECOND)).toMatchObject({
      kind: 'published',
      generation: SECOND_ID,
    });
  });

  it('does not take a cut that is hours ahead of the source’s clock for a witness', async () => {
    bench.source.sourceTime = new Date('2027-06-06T12:00:00-07:00');
    expect(await bench.runAt('2027-06-06T20:05:00-07:00', FIRST)).toMatchObject({
      kind: 'refused',
      error: { code: 'CUT_FROM_THE_FUTURE' },
    });
    expect(await state()).toBe('closed');
  });

  it('can’t be told from one that is right where the source never tells the time', async () => {
    bench.source.tellsTime = false;
    await bench.runAt('2027-06-06T19:50:00-07:00', ZEROS);
    expect(await bench.runAt('2027-06-06T20:00:00-07:00')).toMatchObject({ kind: 'published' });
  });
});
