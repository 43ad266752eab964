import { ANSWER_WEAKENINGS } from './answer-weakenings.js';
import { CLAUSES, fallen, FRAME, gapsOf, OURS } from './judged-nginx.js';
import { READER_WEAKENINGS } from './reader-weakenings.js';
import { ALL } from './weakening.js';

const WEAKENINGS = [...ANSWER_WEAKENINGS, ...READER_WEAKENINGS];

describe('our own configuration of nginx', () => {
  test('meets every clause that rests on a web server', () => {
    expect(fallen(OURS)).toEqual([]);
    expect(CLAUSES).toEqual([...ALL].sort());
  });

  test('leaves no gap where it shows a page with a frame', () => {
    expect(gapsOf(FRAME)).toEqual([]);
  });

  test.each(WEAKENINGS)('with %s loses these clauses only', (_, from, to, { open = [], broken = [] }) => {
    const weakened = OURS.split(from).join(to);
    expect(weakened).not.toBe(OURS);
    const expected = [...open.map((id) => `${id} undetermined`), ...broken.map((id) => `${id} breached`)];
    expect([...fallen(weakened)].sort()).toEqual(expected.sort());
  });

  test('has a weakening for each of its clauses, and more than a hundred', () => {
    const lost = new Set(
      WEAKENINGS.flatMap(([, , , { open = [], broken = [] }]) => (open === ALL ? [] : [...open, ...broken])),
    );
    expect(ALL.filter((id) => !lost.has(id))).toEqual(['web-server-software']);
    expect(WEAKENINGS.length).toBeGreaterThan(100);
  });
});
