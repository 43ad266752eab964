import { DateTime } from 'luxon';
import { all, unless } from '../conclude.js';
import { breached, met, type Finding, type Rule } from '../rule.js';
import { overlaps, workingRuns, type Runs } from '../runs.js';
import { noParams, type NoParams } from './no-params.js';

/** On the day of each rehearsal a schedule starts the worker, in a rehearsal's window of its own settings. */
export const rehearsalWindows: Rule<NoParams> = {
  id: 'rehearsal-windows',
  how: 'rule.rehearsal-windows.how',
  reads: ['schedules', 'workers'],
  params: noParams,
  evaluate(facts, { convocatoria }) {
    if (convocatoria.rehearsals.length === 0) return breached({ text: 'rule.rehearsal-windows.none-named' });
    const runs = workingRuns(facts, 'rehearsal');
    return all(convocatoria.rehearsals.map(({ date }) => judge(date, convocatoria.zone, runs)));
  },
};

function judge(date: string, zone: string, { runs, problems }: Runs): Finding {
  const day = DateTime.fromISO(date, { zone }).startOf('day');
  const run = runs.find((candidate) => overlaps(candidate, day.toMillis(), day.plus({ days: 1 }).toMillis()));
  if (run !== undefined) {
    return met({ text: 'rule.rehearsal-windows.met', params: { date }, resource: run.resource });
  }
  return unless(problems, breached({ text: 'rule.rehearsal-windows.uncovered', params: { date } }));
}
