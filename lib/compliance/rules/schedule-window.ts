import { IANAZone } from 'luxon';
import { unless, unread } from '../conclude.js';
import { isUnresolved } from '../facts.js';
import { breached, met, undetermined, type Finding, type Rule, type RuleContext } from '../rule.js';
import { firstUncovered, overlaps, workerRuns, workingRuns, type Run } from '../runs.js';
import { noParams, type NoParams } from './no-params.js';

/** Enabled schedules, in a zone with the call's offset, cover opening to closing, and so do the worker's windows. */
export const scheduleWindow: Rule<NoParams> = {
  id: 'schedule-window',
  how: 'rule.schedule-window.how',
  reads: ['schedules', 'workers'],
  params: noParams,
  evaluate(facts, { convocatoria }) {
    const { runs, problems } = workingRuns(facts, 'election');
    if (workerRuns(facts).runs.length === 0) return unless(problems, breached({ text: 'rule.no-schedule' }));
    const from = Date.parse(convocatoria.opening.at);
    const until = convocatoria.closing === null ? Infinity : Date.parse(convocatoria.closing.at);
    const hole = firstUncovered(runs, from, until);
    const inWindow = runs.filter((run) => overlaps(run, from, until));
    const covered = met(...inWindow.map(({ resource }) => evidence(resource, convocatoria)));
    const uncovered = hole === undefined ? [] : [unless(problems, judgeHole(hole, convocatoria))];
    return unless([...uncovered, ...inWindow.flatMap((run) => judgeZone(run, convocatoria))], covered);
  },
};

function evidence(resource: string, { opening, closing }: RuleContext['convocatoria']) {
  const params = { opening: opening.at, closing: closing?.at ?? '' };
  return { text: 'rule.schedule-window.met', params, resource } as const;
}

/** Without a closing in the call nobody can say that an end is too early. */
function judgeHole(hole: number, { opening, closing }: RuleContext['convocatoria']): Finding {
  if (closing === null && hole > Date.parse(opening.at))
    return undetermined({ text: 'rule.schedule-window.no-closing' });
  return breached({ text: 'rule.schedule-window.hole', params: { at: new Date(hole).toISOString() } });
}

function judgeZone({ resource, zone }: Run, convocatoria: RuleContext['convocatoria']): Finding[] {
  if (isUnresolved(zone)) return [unread(zone, resource)];
  const instants = [
    convocatoria.opening.at,
    ...(convocatoria.closing === null ? [] : [convocatoria.closing.at]),
  ];
  const expected = IANAZone.create(convocatoria.zone);
  const given = IANAZone.create(zone);
  // `MST` and its like are names without a rule of their own; only Area/City follows a law.
  const same =
    zone.includes('/') &&
    given.isValid &&
    instants.map(Date.parse).every((at) => given.offset(at) === expected.offset(at));
  const params = { zone, expected: convocatoria.zone };
  return same ? [] : [breached({ text: 'rule.schedule-window.zone', params, resource })];
}
