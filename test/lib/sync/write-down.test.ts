import { DifusorError } from '../../../lib/errors.js';
import { MemoryJournal, type JournalEvent } from '../../../lib/journal/index.js';
import { MemorySiteStore } from '../../../lib/publish/index.js';
import {
  FIRST,
  FIRST_ID,
  generationAt,
  REHEARSED,
  REHEARSED_ID,
  SECOND,
  ZEROS,
  ZEROS_ID,
} from '../../support/night.js';
import type { SamplePackage } from '../../support/sample-package.js';
import { SyncBench } from '../../support/sync-bench.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const DAMAGED: SamplePackage = { ...SECOND, bytes: SECOND.bytes.subarray(0, -30) };
const UNNAMED: SamplePackage = { ...FIRST, name: 'paquete.zip' };

describe('what a worker writes down', () => {
  const directory = useTemporaryDirectory();
  let store: MemorySiteStore;
  let bench: SyncBench;
  let journal: MemoryJournal;

  beforeEach(() => {
    store = new MemorySiteStore();
    bench = new SyncBench(directory(), store);
    bench.source.forgetful = true;
    journal = new MemoryJournal(bench.clock);
    bench.overrides = { journal };
  });

  /** Everything but the files' arrivals, by kind. */
  const kinds = (): string[] => journal.events.map(({ event }) => event).filter((kind) => kind !== 'arrived');
  const only = (kind: JournalEvent['event']): JournalEvent[] =>
    journal.events.filter(({ event }) => event === kind);
  /** One run at each minute, as new processes that the source sends all of its package. */
  const runs = async (minutes: readonly string[], offered?: SamplePackage): Promise<void> => {
    for (const minute of minutes) await bench.runAt(`2027-06-06T${minute}:00-07:00`, offered);
  };

  it('is the whole way of a cut, in the order in which it went', async () => {
    await runs(['20:05'], FIRST);
    expect(kinds()).toEqual(['received', 'staging', 'staged', 'flipped']);
    expect(only('arrived')).toHaveLength(6);
    expect(only('received')).toEqual([
      {
        event: 'received',
        generation: FIRST_ID,
        package: FIRST.name,
        sha256: FIRST.sha256,
        bytes: FIRST.bytes.length,
        source: 'prep.example.net',
      },
    ]);
    expect(only('flipped')).toEqual([
      { event: 'flipped', generation: FIRST_ID, from: undefined, shown: 'live', rehearsal: false },
    ]);
  });

  it('names at a flip the cut that readers had before, and what they see', async () => {
    await runs(['20:05'], FIRST);
    await store.movePointer({ state: 'notice', generation: FIRST_ID }, await store.readPointer());
    await runs(['20:25'], SECOND);
    expect(only('flipped')[1]).toMatchObject({ from: FIRST_ID, shown: 'notice' });
  });

  it('is committed before the run ends', async () => {
    const commit = jest.spyOn(journal, 'commit');
    await runs(['20:05'], FIRST);
    const order = [commit.mock.invocationCallOrder.length > 0, kinds().at(-1)];
    expect(order).toEqual([true, 'flipped']);
  });

  it('is written once for a cut that is offered again and again', async () => {
    await runs(['20:05', '20:06', '20:07'], FIRST);
    expect(kinds()).toEqual(['received', 'staging', 'staged', 'flipped']);
  });

  it('is written once for a held cut, and once for its opening', async () => {
    await runs(['19:50', '19:51', '19:52', '20:00', '20:01'], ZEROS);
    expect(kinds()).toEqual(['received', 'staging', 'staged', 'held', 'flipped']);
    expect(only('held')).toEqual([{ event: 'held', generation: ZEROS_ID, reason: 'before-opening' }]);
  });

  it('is written once for a rehearsal’s cut that the source still offers', async () => {
    await bench.runAt('2027-05-16T20:05:00-07:00', REHEARSED);
    await runs(['19:30', '19:31', '20:05', '20:06']);
    expect(kinds().slice(4)).toEqual(['taken-away', 'held']);
    expect(only('taken-away')).toEqual([{ event: 'taken-away', generation: REHEARSED_ID }]);
    expect(only('held')).toEqual([{ event: 'held', generation: REHEARSED_ID, reason: 'rehearsal' }]);
    expect(only('flipped')[0]).toMatchObject({ rehearsal: true });
  });

  it('is written once for a refused package, with its code', async () => {
    await runs(['20:25', '20:26', '20:27'], DAMAGED);
    expect(kinds()).toEqual(['received', 'refused']);
    expect(only('refused')).toEqual([
      { event: 'refused', code: 'ARCHIVE_TRUNCATED', params: expect.any(Object) as object },
    ]);
  });

  it('names the evidence of a package whose time could not be told', async () => {
    await runs(['20:05', '20:06'], UNNAMED);
    const generation = generationAt(UNNAMED, '2027-06-07T03:05:00Z');
    expect(only('refused')).toEqual([expect.objectContaining({ code: 'CUT_TIME_UNKNOWN', generation })]);
    expect(only('received')).toEqual([]);
  });

  it('is written again where the same package is refused for another reason', async () => {
    await runs(['20:05', '20:06'], SECOND);
    expect(only('refused')).toEqual([expect.objectContaining({ code: 'CUT_FROM_THE_FUTURE' })]);
    const newer = { state: 'live', generation: '20270607T033000Z-00000001' } as const;
    await store.movePointer(newer, await store.readPointer());
    await runs(['20:25', '20:26']);
    expect(only('refused').map((event) => 'code' in event && event.code)).toEqual([
      'CUT_FROM_THE_FUTURE',
      'CUT_OLDER_THAN_LIVE',
    ]);
  });

  it('is the first failure of a streak, and each of another code', async () => {
    const fail = async (code: 'SOURCE_UNREACHABLE' | 'SOURCE_TRUNCATED', minute: string): Promise<void> => {
      bench.source.failure = new DifusorError(code, { host: 'prep.example.net' });
      await runs([minute]);
    };
    await fail('SOURCE_UNREACHABLE', '20:05');
    await fail('SOURCE_UNREACHABLE', '20:06');
    await fail('SOURCE_TRUNCATED', '20:07');
    await fail('SOURCE_TRUNCATED', '20:08');
    bench.source.failure = undefined;
    await runs(['20:09'], FIRST);
    await fail('SOURCE_TRUNCATED', '20:10');
    expect(only('failed')).toEqual(
      ['SOURCE_UNREACHABLE', 'SOURCE_TRUNCATED', 'SOURCE_TRUNCATED'].map((code) => ({
        event: 'failed',
        code,
        params: { host: 'prep.example.net' },
      })),
    );
  });

  it.each([
    ['seen', { kind: 'seen', files: 3 } as const, {}],
    [
      'not seen',
      {
        kind: 'not-seen',
        files: 3,
        error: new DifusorError('OUTSIDE_UNREACHABLE', { url: 'https://x', reason: 'ECONNREFUSED' }),
      } as const,
      { code: 'OUTSIDE_UNREACHABLE', params: { url: 'https://x', reason: 'ECONNREFUSED' } },
    ],
  ])('is what a look from outside came to: %s', async (_what, sighting, fault) => {
    bench.overrides = { journal, lookFromOutside: () => Promise.resolve(sighting) };
    await runs(['20:05', '20:06'], FIRST);
    expect(only('seen')).toEqual([{ event: 'seen', generation: FIRST_ID, files: 3, ...fault }]);
  });
});
