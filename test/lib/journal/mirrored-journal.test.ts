import { MemoryJournal, MirroredJournal, verifyLines } from '../../../lib/journal/index.js';
import { tickingClock } from '../../support/journal-fixture.js';
import { EARLIER, EVENTS, numbered } from '../../support/journal-events.js';

describe('MirroredJournal', () => {
  it('hands on every event but those of single files, in a chain that can be proven', async () => {
    const inner = new MemoryJournal(tickingClock());
    const lines: string[] = [];
    const journal = new MirroredJournal(inner, { clock: tickingClock(), write: (line) => lines.push(line) });
    for (const event of EVENTS) await journal.record(event);
    await journal.commit();
    expect(inner.events).toEqual(EVENTS);
    expect(lines.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual(
      EVENTS.map(({ event }) => event).filter((event) => event !== 'arrived'),
    );
    expect(verifyLines(lines)).toMatchObject({ entries: EVENTS.length - 1, breakCount: 0 });
  });

  it('is proven too from a log that kept the entries as objects', async () => {
    const lines: string[] = [];
    const journal = new MirroredJournal(new MemoryJournal(tickingClock()), {
      clock: tickingClock(),
      write: (line) => lines.push(JSON.stringify(JSON.parse(line))),
    });
    for (const event of EVENTS) await journal.record(event);
    expect(verifyLines(lines)).toMatchObject({ breakCount: 0 });
  });

  it('asks the journal what has arrived', async () => {
    const journal = new MirroredJournal(new MemoryJournal(tickingClock()), {
      clock: tickingClock(),
      write: () => undefined,
    });
    await journal.record({ event: 'staging', generation: EARLIER });
    await journal.record(numbered(1));
    expect([...(await journal.arrivalsOf(EARLIER, {})).keys()]).toEqual(['f/1.json']);
  });

  it('has in its log what the journal’s disk refused', async () => {
    const lines: string[] = [];
    const refusing = new MemoryJournal(tickingClock());
    jest.spyOn(refusing, 'record').mockRejectedValue(new Error('full'));
    const journal = new MirroredJournal(refusing, {
      clock: tickingClock(),
      write: (line) => lines.push(line),
    });
    await expect(journal.record({ event: 'repaired', bytes: 1 })).rejects.toThrow('full');
    expect(lines).toHaveLength(1);
  });
});
