import { DateTime } from 'luxon';
import { isWithin, type Convocatoria } from '../../convocatorias/index.js';
import { describe } from '../describe.js';
import type { Fault } from '../fault.js';
import type { DifusorConfig } from '../schema.js';
import { suggest } from '../suggest.js';
import type { Check } from './check.js';
import { duplicateFaults } from './duplicates.js';

/** Duties of a clause that a refusal names; a section may have dozens. */
const MAX_SUGGESTED = 3;

/** A waiver names one duty of the call, once, and ends within a year of the election. */
export const waiverFaults: Check = ({ config: { waivers = [], dates }, convocatoria }) => {
  if (convocatoria === undefined) return [];
  const electionDay = dates?.electionDay ?? convocatoria.electionDay;
  const limit = DateTime.fromISO(electionDay, { zone: 'utc' }).plus({ years: 1 }).toFormat('yyyy-MM-dd');
  return [
    ...waivers.flatMap((waiver, index) => [
      ...clauseFaults(waiver, index, convocatoria),
      ...expiryFaults(waiver, index, limit),
    ]),
    ...duplicateFaults(
      waivers.map(({ clause }) => clause),
      (index) => ['waivers', index, 'clause'],
    ),
  ];
};

type Waiver = DifusorConfig['waivers'][number];

function clauseFaults({ clause }: Waiver, index: number, { id, clauses }: Convocatoria): Fault[] {
  if (clauses.some((each) => each.id === clause)) return [];
  const known = clauses.map((each) => each.id);
  const within = known.filter((duty) => isWithin(duty, clause)).slice(0, MAX_SUGGESTED);
  const suggestion = within.length > 0 ? within.join(', ') : suggest(clause, known);
  const params = { got: describe(clause), convocatoria: id, suggestion };
  return [{ id: 'problem.waiver-clause-unknown', path: ['waivers', index, 'clause'], params }];
}

function expiryFaults({ expires }: Waiver, index: number, limit: string): Fault[] {
  if (expires <= limit) return [];
  const path = ['waivers', index, 'expires'];
  return [{ id: 'problem.waiver-too-long', path, params: { got: describe(expires), limit } }];
}
