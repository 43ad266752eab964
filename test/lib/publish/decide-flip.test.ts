import { decideFlip } from '../../../lib/publish/decide-flip.js';
import type { Pointer } from '../../../lib/edge/pointer.js';

const OLDEST = '20240603T024000Z-99999999';
const EARLIER = '20240603T030000Z-aaaaaaaa';
const CUT = '20240603T032000Z-55555555';
const LATER = '20240603T034000Z-00000000';
const SAME_TIME = ['20240603T032000Z-00000000', '20240603T032000Z-ffffffff'];

const live = (generation: string): Pointer => ({ state: 'live', generation });
const notice = (generation?: string): Pointer =>
  generation === undefined ? { state: 'notice' } : { state: 'notice', generation };
const flip = (to: Pointer): unknown => ({ kind: 'flip', to });

describe('decideFlip', () => {
  it.each<[string, Pointer, unknown]>([
    ['closed', { state: 'closed' }, flip(live(CUT))],
    ['a notice without a cut', notice(), flip(notice(CUT))],
    ['the same cut, live', live(CUT), { kind: 'unchanged' }],
    ['the same cut, under a notice', notice(CUT), { kind: 'unchanged' }],
    ['an earlier cut, live', live(EARLIER), flip(live(CUT))],
    ['an earlier cut, under a notice', notice(EARLIER), flip(notice(CUT))],
    ['a later cut, live', live(LATER), { kind: 'older', live: LATER }],
    ['a later cut, under a notice', notice(LATER), { kind: 'older', live: LATER }],
  ])('decides against a pointer that is %s', (_what, pointer, decision) => {
    expect(decideFlip(pointer, { generation: CUT })).toEqual(decision);
  });

  it.each(SAME_TIME)('lets a correction of the same time follow %s, while which it was fetched', (other) => {
    expect(decideFlip(live(other), { generation: CUT, supersedes: other })).toEqual(flip(live(CUT)));
  });

  it.each(SAME_TIME)('takes another package of the same time for a replay after %s', (other) => {
    expect(decideFlip(live(other), { generation: CUT })).toEqual({ kind: 'older', live: other });
    expect(decideFlip(live(other), { generation: CUT, supersedes: EARLIER })).toEqual({
      kind: 'older',
      live: other,
    });
  });

  it('does not let a note of what it supersedes carry an earlier cut over a later one', () => {
    expect(decideFlip(live(LATER), { generation: CUT, supersedes: LATER })).toEqual({
      kind: 'older',
      live: LATER,
    });
  });

  it.each<[string, Pointer, unknown]>([
    ['the floor itself', { ...live(EARLIER), floor: CUT }, { kind: 'barred', floor: CUT }],
    ['older than the floor', { ...live(EARLIER), floor: LATER }, { kind: 'barred', floor: LATER }],
    [
      'of the floor’s time',
      { ...live(EARLIER), floor: SAME_TIME[0]! },
      { kind: 'barred', floor: SAME_TIME[0] },
    ],
    ['newer than the floor', { ...live(OLDEST), floor: EARLIER }, flip(live(CUT))],
    ['the live one, below the floor', { ...live(CUT), floor: LATER }, { kind: 'unchanged' }],
    ['older than both', { ...live(LATER), floor: LATER }, { kind: 'barred', floor: LATER }],
  ])('decides of a cut that is %s, after a rollback', (_what, pointer, decision) => {
    expect(decideFlip(pointer, { generation: CUT })).toEqual(decision);
  });

  it('lets a correction of the floor’s time through that was fetched since the rollback', () => {
    const pointer = { ...live(EARLIER), floor: SAME_TIME[0]! };
    expect(decideFlip(pointer, { generation: CUT, supersedes: EARLIER })).toEqual(flip(live(CUT)));
    expect(decideFlip({ ...live(EARLIER), floor: CUT }, { generation: CUT, supersedes: EARLIER })).toEqual({
      kind: 'barred',
      floor: CUT,
    });
  });

  it.each<[Pointer, Pointer]>([
    [{ state: 'closed' }, live(CUT)],
    [
      { state: 'closed', held: true },
      { state: 'closed', held: true, generation: CUT },
    ],
    [
      { state: 'closed', held: true, generation: EARLIER },
      { state: 'closed', held: true, generation: CUT },
    ],
    [
      { state: 'notice', held: true, generation: EARLIER },
      { state: 'notice', held: true, generation: CUT },
    ],
  ])('leaves to a person what a person ordered: %j becomes %j', (from, to) => {
    expect(decideFlip(from, { generation: CUT })).toEqual(flip(to));
  });

  it('names the place of the cut’s stable files, and forgets that of the one before', () => {
    const stable = { under: EARLIER, prefixes: ['/actas/'] };
    expect(decideFlip(live(EARLIER), { generation: CUT, stable })).toEqual(flip({ ...live(CUT), stable }));
    expect(decideFlip({ ...live(EARLIER), stable }, { generation: CUT })).toEqual(flip(live(CUT)));
  });

  it.each<[string, Pointer, unknown]>([
    ['the cut that it changes is live', live(EARLIER), flip(live(CUT))],
    [
      'a person rolled back from the cut that it changes',
      { ...live(OLDEST), floor: EARLIER },
      flip(live(CUT)),
    ],
    ['nothing was shown yet', { state: 'closed' }, flip(live(CUT))],
    ['another cut is live by then', live(OLDEST), { kind: 'other-base', base: EARLIER }],
    ['it is live itself', live(CUT), { kind: 'unchanged' }],
    ['a later one is live', live(LATER), { kind: 'older', live: LATER }],
  ])('decides of changes to a cut where %s', (_what, pointer, decision) => {
    expect(decideFlip(pointer, { generation: CUT, base: EARLIER })).toEqual(decision);
  });
});
