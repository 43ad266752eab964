import { openSyncJournal } from '../../../lib/cli/sync-journal.js';
import { DifusorError } from '../../../lib/errors.js';
import { MemoryJournal, type Journal, type JournalEvent } from '../../../lib/journal/index.js';

const ID = '20270607T030000Z-1a2b3c4d';
const STAGING: JournalEvent = { event: 'staging', generation: ID };
const ARRIVED: JournalEvent = { event: 'arrived', generation: ID, path: 'x', sha256: '0'.repeat(64) };

describe('openSyncJournal', () => {
  const file = new MemoryJournal(() => new Date(0));
  let broken: boolean;
  let openings: number;
  let told: unknown[];
  const open = (): Promise<Journal> => {
    openings += 1;
    return broken
      ? Promise.reject(new DifusorError('JOURNAL_LOCKED', { path: 'journal' }))
      : Promise.resolve(file);
  };
  beforeEach(() => {
    [broken, openings, told] = [false, 0, []];
  });
  const opened = (): Promise<Journal> => openSyncJournal({ openJournal: open }, (error) => told.push(error));

  it('opens once what can be opened', async () => {
    const journal = await opened();
    await journal.record(STAGING);
    await journal.commit();
    expect({ openings, told, events: file.events }).toEqual({ openings: 1, told: [], events: [STAGING] });
  });

  it('tells of a failure, and fails each event so that the worker logs it, but not the many', async () => {
    broken = true;
    const journal = await opened();
    expect(told).toMatchObject([{ code: 'JOURNAL_LOCKED' }]);
    await expect(journal.record(STAGING)).rejects.toMatchObject({ code: 'JOURNAL_LOCKED' });
    await journal.record(ARRIVED);
    await journal.commit();
    expect(await journal.arrivalsOf(ID, {})).toEqual(new Map());
    expect({ openings, told: told.length }).toEqual({ openings: 2, told: 1 });
  });

  it('writes on once the journal can be opened again', async () => {
    broken = true;
    const journal = await opened();
    broken = false;
    const before = file.events.length;
    await journal.record(ARRIVED);
    await journal.record(STAGING);
    await journal.record(ARRIVED);
    expect(file.events.slice(before)).toEqual([STAGING, ARRIVED]);
    expect([...(await journal.arrivalsOf(ID, {})).keys()]).toEqual(['x']);
  });
});
