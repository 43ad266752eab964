import fc from 'fast-check';
import { FUZZ_RUNS } from '../../support/fuzz-runs.js';

const LONG = 200_000;

/**
 * Tests of a reader of text: it throws at nothing made of these pieces, and comes to an end with each of them repeated so
 * often that a reader whose work grows with the square of the text would not.
 */
export function testHostileText(read: (text: string) => unknown, pieces: readonly string[]): void {
  test('never throws, whatever the text', () => {
    const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 12 });
    fc.assert(
      fc.property(text, (parts) => {
        read(parts.join(''));
      }),
      { numRuns: FUZZ_RUNS, seed: 1 },
    );
  });

  test.each([...pieces, ' ', '\n', '\t\n', 'a', '"', '{', '='])(
    'comes to an end with many of %j',
    (piece) => {
      const long = piece.repeat(LONG / piece.length);
      expect(() => {
        read(long);
        read(`${long}\0`);
      }).not.toThrow();
    },
  );
}
