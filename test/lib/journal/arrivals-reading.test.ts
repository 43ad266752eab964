import { MemoryJournal, type JournalEvent } from '../../../lib/journal/index.js';
import { DIGEST, EARLIER, LATER } from '../../support/journal-events.js';

const staging = (generation: string, stable?: string, site?: string): JournalEvent => ({
  event: 'staging',
  generation,
  stable,
  site,
});
const arrived = (generation: string, path: string): JournalEvent => ({
  event: 'arrived',
  generation,
  path,
  sha256: DIGEST,
});
const staged: JournalEvent = { event: 'staged', generation: EARLIER, sent: 1, copied: 0, sentBytes: 1 };

const CASES: readonly (readonly [string, readonly JournalEvent[], readonly string[]])[] = [
  ['nothing before a staging', [], []],
  ['nothing of a staging that was never begun', [arrived(EARLIER, 'a')], []],
  ['what has arrived of an unfinished staging', [staging(EARLIER), arrived(EARLIER, 'a')], ['a']],
  ['nothing once the cut is whole', [staging(EARLIER), arrived(EARLIER, 'a'), staged], []],
  [
    'nothing of another cut',
    [staging(LATER), arrived(LATER, 'b'), staging(EARLIER), arrived(LATER, 'c'), arrived(EARLIER, 'a')],
    ['a'],
  ],
  [
    'what two stagings got to, the first of which was cut off',
    [staging(EARLIER), arrived(EARLIER, 'a'), staging(EARLIER), arrived(EARLIER, 'b')],
    ['a', 'b'],
  ],
  [
    'nothing from before the stable files got another place',
    [staging(EARLIER, LATER), arrived(EARLIER, 'a'), staging(EARLIER), arrived(EARLIER, 'b')],
    ['b'],
  ],
  [
    'nothing of a staging with another place for stable files',
    [staging(EARLIER, LATER), arrived(EARLIER, 'a')],
    [],
  ],
  [
    'nothing of a staging for another site',
    [staging(EARLIER, undefined, 'other'), arrived(EARLIER, 'a')],
    [],
  ],
  [
    'nothing from before the site became another',
    [staging(EARLIER, undefined, 'other'), arrived(EARLIER, 'a'), staging(EARLIER), arrived(EARLIER, 'b')],
    ['b'],
  ],
  [
    'nothing of a cut that was deleted since',
    [staging(EARLIER), arrived(EARLIER, 'a'), { event: 'retired', generations: [LATER, EARLIER] }],
    [],
  ],
  [
    'what stands when another cut was deleted',
    [staging(EARLIER), arrived(EARLIER, 'a'), { event: 'retired', generations: [LATER] }],
    ['a'],
  ],
  [
    'nothing of a cut that was taken away',
    [staging(EARLIER), arrived(EARLIER, 'a'), { event: 'taken-away', generation: EARLIER }],
    [],
  ],
];

describe('the arrivals of a cut', () => {
  test.each(CASES)('are %s', async (_name, events, expected) => {
    const journal = new MemoryJournal(() => new Date(0));
    for (const event of events) await journal.record(event);
    const arrivals = await journal.arrivalsOf(EARLIER, {});
    expect([...arrivals.keys()]).toEqual(expected);
    expect([...arrivals.values()].every((sha256) => sha256 === DIGEST)).toBe(true);
  });

  it('are those of the site that is asked for', async () => {
    const journal = new MemoryJournal(() => new Date(0));
    await journal.record(staging(EARLIER, undefined, 'mine'));
    await journal.record(arrived(EARLIER, 'a'));
    expect([...(await journal.arrivalsOf(EARLIER, { site: 'mine' })).keys()]).toEqual(['a']);
    expect((await journal.arrivalsOf(EARLIER, { site: 'other' })).size).toBe(0);
  });
});
