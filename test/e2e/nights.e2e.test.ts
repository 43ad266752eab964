import { simulateNights } from '../simulation/nights.js';
import { useTemporaryDirectory } from '../support/temporary-directory.js';
import { leaveNote } from './support/notes.js';

/** `npm run simulate -- NIGHTS [FIRST_SEED]` sets both. */
const NIGHTS = Number(process.env.DIFUSOR_NIGHTS ?? 1000);
const FIRST_SEED = Number(process.env.DIFUSOR_FIRST_SEED ?? 1);

describe('whole nights of the worker, simulated', () => {
  const directory = useTemporaryDirectory();

  it(
    `break no invariant from seed ${FIRST_SEED} on, ${NIGHTS} times`,
    async () => {
      const { broken, ...counts } = await simulateNights(FIRST_SEED, NIGHTS, directory());
      leaveNote({ kind: 'measured', what: `${NIGHTS} nights from seed ${FIRST_SEED}`, figures: counts });
      expect(broken).toEqual([]);
    },
    300_000 + NIGHTS * 10_000,
  );
});
