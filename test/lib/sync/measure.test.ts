import { DifusorError } from '../../../lib/errors.js';
import { MemorySiteStore } from '../../../lib/publish/index.js';
import { measure, type Measured } from '../../../lib/sync/measure.js';
import type { SyncOutcome } from '../../../lib/sync/outcome.js';
import { createSyncLog } from '../../../lib/sync/sync-log.js';
import { linesOf } from '../../support/lines.js';
import { FIRST_ID } from '../../support/night.js';
import { SETTINGS } from '../../support/worker-settings.js';

const UNCHANGED: SyncOutcome = { kind: 'unchanged', generation: FIRST_ID };
const REFUSED: SyncOutcome = { kind: 'refused', error: new DifusorError('ARCHIVE_EMPTY') };
const FAILED: SyncOutcome = { kind: 'failed', error: new DifusorError('SOURCE_UNREACHABLE') };
const PUBLISHED: SyncOutcome = {
  kind: 'published',
  generation: FIRST_ID,
  rehearsal: false,
  shown: 'live',
  sentFiles: 1,
  copiedFiles: 2,
  sentBytes: 345,
};

describe('measure', () => {
  let store: MemorySiteStore;
  let emitted: Record<string, unknown>[];
  let log: ReturnType<typeof linesOf>;

  beforeEach(async () => {
    store = new MemorySiteStore();
    emitted = [];
    log = linesOf();
    await store.movePointer({ state: 'live', generation: FIRST_ID }, await store.readPointer());
  });
  const measured = (change: Partial<Measured>): Promise<void> =>
    measure({
      settings: SETTINGS,
      store,
      site: 'prep.example.mx',
      clock: () => new Date('2027-06-06T20:05:00-07:00'),
      emitMetrics: (line) => emitted.push(JSON.parse(line) as Record<string, unknown>),
      log: createSyncLog(log.destination),
      outcome: UNCHANGED,
      trouble: undefined,
      sighting: undefined,
      ...change,
    });

  it.each<[string, SyncOutcome, Record<string, number>]>([
    ['nothing new', UNCHANGED, { CutsPublished: 0, SyncFailures: 0, PublishedBytes: 0 }],
    ['a published cut', PUBLISHED, { CutsPublished: 1, SyncFailures: 0, PublishedBytes: 345 }],
    ['a refused package', REFUSED, { CutsPublished: 0, SyncFailures: 1, PublishedBytes: 0 }],
    ['a failure', FAILED, { CutsPublished: 0, SyncFailures: 1, PublishedBytes: 0 }],
    [
      'a cut from which a person rolled back',
      { kind: 'held', reason: 'rolled-back', generation: FIRST_ID },
      { CutsPublished: 0, SyncFailures: 0, PublishedBytes: 0 },
    ],
    [
      'a held cut that was staged',
      { kind: 'held', reason: 'before-opening', generation: FIRST_ID, opensAt: 'x', sentBytes: 7 },
      { CutsPublished: 0, SyncFailures: 0, PublishedBytes: 7 },
    ],
  ])('counts %s', async (_what, outcome, counts) => {
    await measured({ outcome });
    expect(emitted).toEqual([expect.objectContaining({ ...counts, CutAgeSeconds: 300 })]);
  });

  it('emits and logs nothing outside of the windows', async () => {
    await measured({ outcome: { kind: 'outside-window' } });
    expect({ emitted, lines: log.lines() }).toEqual({ emitted: [], lines: [] });
  });

  it('tells for how long runs have failed, apart from how old the cut is', async () => {
    await measured({ outcome: FAILED, trouble: { since: '2027-06-07T03:03:00.000Z', code: 'X' } });
    expect(emitted[0]).toMatchObject({ CutAgeSeconds: 300, PublishLagSeconds: 120 });
    expect(log.lines()).toEqual([
      expect.objectContaining({ msg: 'freshness', state: 'failing', ageSeconds: 300, lagSeconds: 120 }),
    ]);
  });

  it.each([
    ['was not made', undefined, undefined],
    ['saw the cut', { kind: 'seen', files: 3 } as const, 0],
    [
      'did not see it',
      { kind: 'not-seen', files: 3, error: new DifusorError('OUTSIDE_MISMATCH') } as const,
      1,
    ],
  ])('counts a look from outside that %s', async (_what, sighting, failures) => {
    await measured({ outcome: PUBLISHED, sighting });
    expect(emitted[0]?.OutsideFailures).toBe(failures);
  });

  it('leaves the ages out where the store does not answer, and counts all the same', async () => {
    jest.spyOn(store, 'readPointer').mockRejectedValue(new DifusorError('STORE_READ_FAILED'));
    await measured({ outcome: FAILED });
    expect(emitted[0]).toMatchObject({ SyncFailures: 1 });
    expect(Object.keys(emitted[0] ?? {})).not.toContain('CutAgeSeconds');
    expect(Object.keys(emitted[0] ?? {})).not.toContain('PublishLagSeconds');
  });
});
