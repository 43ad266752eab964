import type { Pointer } from '../../../lib/edge/pointer.js';
import { pointerOf, standingOf, type Standing } from '../../../lib/publish/pointer-standing.js';

const GENERATION = '20240603T032000Z-00000002';
const FLOOR = '20240603T034000Z-00000003';
const MEMORY = { floor: FLOOR, stable: { under: GENERATION, prefixes: ['/actas/'] } };

const [calm, noticed, held, both]: Standing[] = [
  { notice: false, held: false },
  { notice: true, held: false },
  { notice: false, held: true },
  { notice: true, held: true },
];

describe('the standing of a pointer', () => {
  it.each<[Standing | undefined, string | undefined, Pointer]>([
    [calm, undefined, { state: 'closed' }],
    [calm, GENERATION, { state: 'live', generation: GENERATION }],
    [noticed, undefined, { state: 'notice' }],
    [noticed, GENERATION, { state: 'notice', generation: GENERATION }],
    [held, undefined, { state: 'closed', held: true }],
    [held, GENERATION, { state: 'closed', held: true, generation: GENERATION }],
    [both, undefined, { state: 'notice', held: true }],
    [both, GENERATION, { state: 'notice', held: true, generation: GENERATION }],
  ])('%j with the cut %s is %j, there and back', (standing = calm!, generation, pointer) => {
    expect(pointerOf(standing, { generation })).toEqual(pointer);
    expect(standingOf(pointer)).toEqual(standing);
    expect(pointerOf(standing, { generation, ...MEMORY })).toEqual({ ...pointer, ...MEMORY });
  });
});
