import {
  MemoryJournal,
  openFileJournal,
  type Journal,
  type JournalEvent,
} from '../../../lib/journal/index.js';
import { DIGEST, EARLIER, EVENTS, GAP, LATER } from '../../support/journal-events.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const CLOSED: JournalEvent = { ...GAP, missing: [] };
const ACCEPTED: JournalEvent = {
  event: 'operated',
  operation: 'accept-gap',
  reason: 'el instituto lo confirmó',
};
const [first] = GAP.missing;
const received = (sha256: string, generation: string): JournalEvent => ({
  event: 'received',
  generation,
  package: 'a.zip',
  sha256,
  bytes: 1,
  source: 'prep.example.net',
});

describe.each(['memory', 'a file'])('a journal in %s', (kind) => {
  const directory = useTemporaryDirectory();

  const asked = async <T>(
    events: readonly JournalEvent[],
    ask: (journal: Journal) => Promise<T>,
  ): Promise<T> => {
    const clock = (): Date => new Date(0);
    if (kind === 'memory') {
      const journal = new MemoryJournal(clock);
      for (const event of events) await journal.record(event);
      return ask(journal);
    }
    const journal = await openFileJournal(`${directory()}/journal.jsonl`, { clock });
    for (const event of events) await journal.record(event);
    const answer = await ask(journal);
    await journal.close();
    return answer;
  };

  it.each<[string, readonly JournalEvent[], unknown]>([
    ['none where nothing was ever missing', [received(DIGEST, EARLIER)], undefined],
    ['the last that was written down', [CLOSED, GAP, ...EVENTS.slice(0, 4)], GAP],
    ['closed once nothing is missing any more', [GAP, CLOSED], CLOSED],
    [
      'without what only waited, once a person accepted it',
      [GAP, ACCEPTED],
      { ...GAP, missing: [{ ...first, accepted: true }] },
    ],
    ['open again where another opened after that', [GAP, ACCEPTED, GAP], GAP],
    ['none where a person accepted nothing', [ACCEPTED], undefined],
  ])('knows the gap: %s', async (_what, events, expected) => {
    expect(await asked(events, (journal) => journal.lastGap())).toEqual(expected);
  });

  it('knows under which cut a package came in first', async () => {
    const events = [received('a'.repeat(64), LATER), received(DIGEST, EARLIER), received(DIGEST, LATER)];
    expect(await asked(events, (journal) => journal.receivedAs(DIGEST))).toBe(EARLIER);
    expect(await asked([], (journal) => journal.receivedAs('b'.repeat(64)))).toBeUndefined();
  });
});
