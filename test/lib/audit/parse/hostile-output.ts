import fc from 'fast-check';
import type { Reading } from '../../../../lib/audit/reading.js';
import { FUZZ_RUNS } from '../../../support/fuzz-runs.js';

/**
 * Feeds a parser with whatever a host may print: anything at all, and a right answer with one piece changed. It must read
 * it or say that it can't, in few words that steer no terminal.
 */
export function expectBounded(parse: (text: string) => Reading<unknown>, right: string): void {
  const damaged = fc
    .tuple(fc.nat(right.length), fc.nat(20), fc.string({ unit: 'binary', maxLength: 20 }))
    .map(([at, gone, put]) => right.slice(0, at) + put + right.slice(at + gone));
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), damaged), (text) => {
      const reading = parse(text);
      if ('value' in reading) {
        expect(JSON.parse(JSON.stringify(reading.value))).toEqual(reading.value);
      } else {
        expect(reading.detail.length).toBeLessThanOrEqual(200);
        expect(reading.detail).not.toMatch(/\p{C}/u);
      }
    }),
    { numRuns: FUZZ_RUNS, seed: 20240602 },
  );
}
