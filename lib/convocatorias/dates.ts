import { z } from 'zod';
import { DifusorError } from '../errors.js';
import type { Fault } from './fault.js';
import { day, instant, type Convocatoria } from './schema.js';
import { checkShape } from './shape.js';
import { timeFaults } from './time-faults.js';

/** Dates of a later election under the same call; instants with offset, days in the call's zone. */
export const dateOverridesSchema = z
  .strictObject({
    electionDay: day.optional(),
    opening: instant.optional(),
    closing: instant.optional(),
    holdUntil: instant.optional(),
    /** Replaces every rehearsal of the call. */
    rehearsals: z.array(day).readonly().optional(),
    statistics: z.strictObject({ from: day, to: day }).readonly().optional(),
    /** Last days, by the id of one of the call's deadlines. */
    deadlines: z.record(z.string(), day).readonly().optional(),
  })
  .readonly();

export type DateOverrides = z.infer<typeof dateOverridesSchema>;

/**
 * A copy of the call with other dates; an overridden value keeps its clause and loses its reading, since it no
 * longer interprets the call. A deadline loses its first day too.
 * @throws CONVOCATORIA_INVALID with every problem, keyed `dates.…`, when a date is malformed, its offset is not
 * the zone's, the order cannot be, or the call has no such deadline.
 */
export function withDates(convocatoria: Convocatoria, dates: DateOverrides): Convocatoria {
  const shape = checkShape(dateOverridesSchema, dates);
  if (shape.data === undefined) throw invalid(convocatoria, shape.faults);
  const dated = override(convocatoria, shape.data);
  const faults = [...timeFaults(dated).map(asOverride), ...deadlineFaults(convocatoria, shape.data)];
  if (faults.length > 0) throw invalid(convocatoria, faults);
  return dated;
}

function override(convocatoria: Convocatoria, dates: DateOverrides): Convocatoria {
  const { opening } = convocatoria;
  const at = (value: string | undefined, own: Convocatoria['closing']): Convocatoria['closing'] =>
    value === undefined ? own : { at: value, clause: own?.clause ?? opening.clause };
  return {
    ...convocatoria,
    electionDay: dates.electionDay ?? convocatoria.electionDay,
    opening: at(dates.opening, opening) ?? opening,
    closing: at(dates.closing, convocatoria.closing),
    holdUntil: at(dates.holdUntil, convocatoria.holdUntil),
    rehearsals: rehearsals(convocatoria, dates),
    statistics: statistics(convocatoria, dates),
    deadlines: deadlines(convocatoria, dates),
  };
}

function rehearsals(convocatoria: Convocatoria, dates: DateOverrides): Convocatoria['rehearsals'] {
  const { rehearsals: own, rehearsalsClause, opening } = convocatoria;
  const clause = own[0]?.clause ?? rehearsalsClause ?? opening.clause;
  return dates.rehearsals?.map((date) => ({ date, clause })) ?? own;
}

function statistics(convocatoria: Convocatoria, dates: DateOverrides): Convocatoria['statistics'] {
  const { statistics: own, opening } = convocatoria;
  return dates.statistics === undefined
    ? own
    : { ...dates.statistics, clause: own?.clause ?? opening.clause };
}

function deadlines(convocatoria: Convocatoria, dates: DateOverrides): Convocatoria['deadlines'] {
  const own = new Map(Object.entries(dates.deadlines ?? {}));
  return convocatoria.deadlines.map((deadline) => {
    const date = own.get(deadline.id);
    if (date === undefined) return deadline;
    const { id, what, clause } = deadline;
    return { id, date, what, clause };
  });
}

function deadlineFaults(convocatoria: Convocatoria, dates: DateOverrides): Fault[] {
  const known = convocatoria.deadlines.map(({ id }) => id);
  return Object.keys(dates.deadlines ?? {})
    .filter((id) => !known.includes(id))
    .map((value) => ({
      id: 'problem.convocatoria.deadline-unknown',
      path: ['deadlines', value],
      params: { value, known: known.join(', ') },
    }));
}

/** `opening.at` in the call is `opening` among the overrides, `rehearsals.0.date` is `rehearsals.0`. */
function asOverride(fault: Fault): Fault {
  const path = fault.path.filter((key) => key !== 'at' && key !== 'date');
  return { ...fault, path };
}

function invalid({ id }: Convocatoria, faults: readonly Fault[]): DifusorError {
  const problems = faults.map((fault) => ({
    id: fault.id,
    params: fault.params,
    key: ['dates', ...fault.path].join('.'),
  }));
  return new DifusorError('CONVOCATORIA_INVALID', { id, count: problems.length }, { problems });
}
