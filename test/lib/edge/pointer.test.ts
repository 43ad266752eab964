import fc from 'fast-check';
import { CLOSED, formatPointer, parsePointer, type Pointer } from '../../../lib/edge/index.js';

const GENERATION = '20240603T010000Z-1a2b3c4d';

describe('parsePointer', () => {
  test.each<Pointer>([
    CLOSED,
    { state: 'live', generation: GENERATION },
    { state: 'notice', generation: GENERATION },
    { state: 'notice' },
  ])('reads back what formatPointer wrote: %j', (pointer) => {
    expect(parsePointer(formatPointer(pointer))).toEqual(pointer);
  });

  test.each([
    ['nothing', ''],
    ['no JSON', 'live'],
    ['null', 'null'],
    ['a bare string', '"live"'],
    ['an unknown state', '{"state":"open"}'],
    ['live without a generation', '{"state":"live"}'],
    ['a generation that is a path', '{"state":"live","generation":"../../etc"}'],
    ['a generation with a tail', `{"state":"live","generation":"${GENERATION}/x"}`],
  ])('takes %s for no pointer at all', (_name, value) => {
    expect(parsePointer(value)).toBeUndefined();
  });

  it('never throws and never invents a generation, whatever is stored', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (value) => {
        const pointer = parsePointer(value);
        if (pointer?.state === 'live') expect(value).toContain(pointer.generation);
      }),
    );
  });

  it('stays under the 1 KB that a KeyValueStore value may have', () => {
    expect(Buffer.byteLength(formatPointer({ state: 'notice', generation: GENERATION }))).toBeLessThan(1024);
  });
});
