import { decideFlip } from '../../../lib/publish/decide-flip.js';
import type { Pointer } from '../../../lib/edge/pointer.js';

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
});
