import { useTemporaryDirectory } from '../support/temporary-directory.js';
import { Night } from './night.js';
import { simulateNights } from './nights.js';

// Many runs, each with files of its own: long where the machine is busy.
jest.setTimeout(900_000);

/** A taste: `npm run e2e` simulates a thousand, `npm run simulate` as many as it is told. */
const NIGHTS = 40;

describe('a night of the worker', () => {
  const directory = useTemporaryDirectory();

  it(`breaks no invariant in ${NIGHTS} nights`, async () => {
    const { broken, published, faults } = await simulateNights(1, NIGHTS, directory());
    expect(broken).toEqual([]);
    expect(published).toBeGreaterThan(NIGHTS);
    for (const met of Object.values(faults)) expect(met).toBeGreaterThan(NIGHTS / 4);
  });

  it.each([5028, 5087, 9052, 10_738, 10_856, 12_077, 12_442])(
    'breaks none in night %i, in which one broke before it was mended',
    async (seed) => {
      expect((await new Night(seed, directory()).run()).violations).toEqual([]);
    },
  );

  it('is the same night again from the same seed', async () => {
    const once = await new Night(1, directory()).run();
    const again = await new Night(1, directory()).run();
    expect(again).toEqual(once);
  });

  it.each([
    ['moves the pointer without looking', { blind: true }, 'H3', 1],
    ['takes a drill for an election', { unaware: true }, 'H6', 1],
    ['lays changes over a cut that lacks those before them', { forgetful: true }, 'H1', 1],
    ['writes its notes over those of another', { overwriting: true }, 'H1', 30_165],
  ] as const)(
    'would show a worker that %s',
    async (_what, change, invariant, first) => {
      const found: string[] = [];
      for (let seed = first; seed < first + NIGHTS && !found.includes(invariant); seed += 1) {
        const { violations } = await new Night(seed, directory(), change).run();
        found.push(...violations.map((violation) => violation.invariant));
      }
      expect(found).toContain(invariant);
    },
    120_000,
  );
});
