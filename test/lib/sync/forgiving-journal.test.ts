import { DifusorError } from '../../../lib/errors.js';
import { MemoryJournal, type Journal } from '../../../lib/journal/index.js';
import { forgivingJournal } from '../../../lib/sync/forgiving-journal.js';
import { createSyncLog } from '../../../lib/sync/sync-log.js';
import { DIGEST, EARLIER, EVENTS, numbered } from '../../support/journal-events.js';
import { linesOf } from '../../support/lines.js';

const CALLS: readonly [keyof Journal, (journal: Journal) => Promise<unknown>, unknown][] = [
  ['record', (journal) => journal.record(numbered(1)), undefined],
  ['commit', (journal) => journal.commit(), undefined],
  ['arrivalsOf', (journal) => journal.arrivalsOf(EARLIER, {}), new Map()],
  ['lastGap', (journal) => journal.lastGap(), undefined],
  ['receivedAs', (journal) => journal.receivedAs(DIGEST), undefined],
];

describe('forgivingJournal', () => {
  const setUp = (): { inner: MemoryJournal; journal: Journal; lines: () => unknown[] } => {
    const { destination, lines } = linesOf();
    const inner = new MemoryJournal(() => new Date(0));
    return { inner, journal: forgivingJournal(inner, createSyncLog(destination)), lines };
  };

  it('hands everything on', async () => {
    const { inner, journal, lines } = setUp();
    const commit = jest.spyOn(inner, 'commit');
    for (const event of EVENTS.slice(0, 3)) await journal.record(event);
    await journal.commit();
    expect(inner.events).toEqual(EVENTS.slice(0, 3));
    expect(commit).toHaveBeenCalledTimes(1);
    expect(await journal.arrivalsOf(EARLIER, { stable: EARLIER })).toEqual(
      await inner.arrivalsOf(EARLIER, { stable: EARLIER }),
    );
    expect((await journal.arrivalsOf(EARLIER, { stable: EARLIER })).size).toBe(1);
    expect(lines()).toEqual([]);
  });

  it.each(CALLS)('goes on where %s fails, and logs why', async (name, call, otherwise) => {
    const { inner, journal, lines } = setUp();
    const reason = new DifusorError('JOURNAL_LOCKED', { path: 'journal.jsonl' });
    jest.spyOn(inner, name).mockRejectedValue(reason);
    expect(await call(journal)).toEqual(otherwise);
    expect(lines()).toEqual([
      expect.objectContaining({ level: 50, code: 'JOURNAL_LOCKED', msg: 'journal not written' }),
    ]);
  });

  it('calls what nobody foresaw a defect of ours', async () => {
    const { inner, journal, lines } = setUp();
    jest.spyOn(inner, 'record').mockRejectedValue(new TypeError('no such thing'));
    await journal.record(numbered(1));
    expect(lines()).toEqual([expect.objectContaining({ code: 'INTERNAL', reason: 'no such thing' })]);
  });
});
