import { all, unless, unread } from '../conclude.js';
import { isUnresolved, type WorkerFact } from '../facts.js';
import { breached, met, notApplicable, type Finding, type Rule, type RuleContext } from '../rule.js';
import { overlaps, workerRuns, type Run } from '../runs.js';
import { noParams, type NoParams } from './no-params.js';

/** Wherever a schedule starts the worker in the call's window, it does so at least as often as a new cut comes. */
export const scheduleCadence: Rule<NoParams> = {
  id: 'schedule-cadence',
  how: 'rule.schedule-cadence.how',
  reads: ['schedules', 'workers'],
  params: noParams,
  evaluate(facts, { convocatoria }) {
    if (convocatoria.cadence === null) return notApplicable({ text: 'rule.schedule-cadence.silent' });
    const { runs, problems } = workerRuns(facts);
    if (runs.length === 0) return unless(problems, breached({ text: 'rule.no-schedule' }));
    const { minutes } = convocatoria.cadence;
    return all([
      ...stretches(runs, convocatoria).map((together) => judge(together, minutes)),
      ...problems,
      ...facts.workers.flatMap((worker) => judgeSettings(worker, minutes)),
    ]);
  },
};

/** The worker takes a cut for late, and counts a window's last one, by its own cadence. */
function judgeSettings({ settings, resource }: WorkerFact, cadence: number): Finding[] {
  if (settings === undefined) return [];
  if (isUnresolved(settings)) return [unread(settings, resource)];
  const { cadenceMinutes: got } = settings;
  if (got === cadence) return [];
  return [breached({ text: 'rule.schedule-cadence.other', params: { got, cadence }, resource })];
}

/** Runs that are in force together, for each part of the window that has any; failing that, each run by itself. */
function stretches(runs: readonly Run[], { opening, closing }: RuleContext['convocatoria']): Run[][] {
  const from = Date.parse(opening.at);
  const until = closing === null ? Infinity : Date.parse(closing.at);
  const edges = [from, until, ...runs.flatMap((run) => [run.from, run.until])]
    .filter((edge) => edge >= from && edge <= until)
    .sort((a, b) => a - b);
  const inWindow = edges
    .map((edge, index) => runs.filter((run) => overlaps(run, edge, edges[index + 1] ?? edge)))
    .filter((together) => together.length > 0);
  const kinds = new Map(
    inWindow.map((together) => [together.map(({ resource }) => resource).join(), together]),
  );
  return kinds.size > 0 ? [...kinds.values()] : runs.map((run) => [run]);
}

/** Of several schedules in force together, the fastest counts. */
function judge(together: readonly Run[], cadence: number): Finding {
  const rates = together.map(({ everyMinutes }) => everyMinutes);
  const fastest = Math.min(...rates.filter((rate) => typeof rate === 'number'));
  const resource =
    together.find(({ everyMinutes }) => everyMinutes === fastest)?.resource ?? together[0]?.resource;
  const place = resource === undefined ? {} : { resource };
  if (fastest <= cadence) {
    return met({ text: 'rule.schedule-cadence.met', params: { every: fastest, cadence }, ...place });
  }
  const hole = rates.find(isUnresolved);
  if (hole !== undefined) return unread(hole, resource);
  return breached({ text: 'rule.schedule-cadence.slow', params: { every: fastest, cadence }, ...place });
}
