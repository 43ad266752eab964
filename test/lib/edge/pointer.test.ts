import fc from 'fast-check';
import { FUZZ_RUNS } from '../../support/fuzz-runs.js';
import { CLOSED, formatPointer, parsePointer, type Pointer } from '../../../lib/edge/index.js';

const GENERATION = '20240603T010000Z-1a2b3c4d';
const OTHER = '20240603T003000Z-00000001';
const STABLE = { under: OTHER, prefixes: ['/actas/', '/img/actas/'] };
const withStable = (stable: string): string =>
  `{"state":"live","generation":"${GENERATION}","stable":${stable}}`;

const generations = fc.constantFrom(GENERATION, OTHER);
const memory = {
  floor: generations,
  stable: fc.record({ under: generations, prefixes: fc.array(fc.constantFrom('/a/', '/b/c/')) }),
};
const held = fc.constant(true as const);

/** Every pointer that there can be. */
const pointers: fc.Arbitrary<Pointer> = fc.oneof(
  fc.record(
    { state: fc.constant('live' as const), generation: generations, ...memory },
    { requiredKeys: ['state', 'generation'] },
  ),
  fc.record(
    {
      state: fc.constantFrom('closed' as const, 'notice' as const),
      held,
      generation: generations,
      ...memory,
    },
    { requiredKeys: ['state'] },
  ),
);

/** What looks like a pointer, with one thing wrong or not. */
const nearly = fc
  .tuple(pointers, fc.constantFrom('state', 'held', 'generation', 'floor', 'stable'), fc.jsonValue())
  .map(([pointer, key, value]) => JSON.stringify({ ...pointer, [key]: value }));

describe('parsePointer', () => {
  test.each<Pointer>([
    CLOSED,
    { state: 'live', generation: GENERATION },
    { state: 'notice', generation: GENERATION },
    { state: 'notice' },
    { state: 'notice', held: true, generation: GENERATION },
    { state: 'closed', held: true },
    { state: 'closed', held: true, generation: GENERATION, floor: OTHER, stable: STABLE },
    { state: 'live', generation: GENERATION, floor: OTHER },
    { state: 'live', generation: GENERATION, stable: STABLE },
    { state: 'live', generation: GENERATION, stable: { under: OTHER, prefixes: [] } },
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
    ['a closed site with a broken generation', '{"state":"closed","generation":"x"}'],
    ['a live site that a person closed', `{"state":"live","generation":"${GENERATION}","held":true}`],
    ['something else than a held site', '{"state":"closed","held":"yes"}'],
    ['a notice held by nothing', '{"state":"notice","held":null}'],
    ['a floor that is no generation', `{"state":"live","generation":"${GENERATION}","floor":"yesterday"}`],
    ['a place of stable files that is null', withStable('null')],
    ['a place of stable files without a name', withStable('{"prefixes":[]}')],
    ['a place of stable files outside of the store', withStable('{"under":"../..","prefixes":[]}')],
    ['a place of stable files without folders', withStable(`{"under":"${OTHER}"}`)],
    ['a stable folder without its slashes', withStable(`{"under":"${OTHER}","prefixes":["actas"]}`)],
    ['a stable folder that is a number', withStable(`{"under":"${OTHER}","prefixes":[1]}`)],
  ])('takes %s for no pointer at all', (_name, value) => {
    expect(parsePointer(value)).toBeUndefined();
  });

  it('never throws and never invents a generation, whatever is stored', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), nearly), (value) => {
        const pointer = parsePointer(value);
        for (const named of [pointer?.generation, pointer?.floor, pointer?.stable?.under]) {
          if (named !== undefined) expect(value).toContain(named);
        }
      }),
      { numRuns: FUZZ_RUNS, seed: 1 },
    );
  });

  it('reads back every pointer, in one form whatever the order of its keys', () => {
    fc.assert(
      fc.property(pointers, (pointer) => {
        const shuffled = Object.fromEntries(Object.entries(pointer).reverse()) as unknown as Pointer;
        expect(parsePointer(formatPointer(pointer))).toEqual(pointer);
        expect(formatPointer(shuffled)).toBe(formatPointer(pointer));
      }),
      { numRuns: FUZZ_RUNS, seed: 1 },
    );
  });

  it('stays under the 1 KB that a KeyValueStore value may have, with eight stable folders of 64 letters', () => {
    const prefixes = Array.from({ length: 8 }, () => `/${'x'.repeat(62)}/`);
    const pointer: Pointer = {
      state: 'closed',
      held: true,
      generation: GENERATION,
      floor: OTHER,
      stable: { under: OTHER, prefixes },
    };
    expect(Buffer.byteLength(formatPointer(pointer))).toBeLessThan(1024);
  });
});
