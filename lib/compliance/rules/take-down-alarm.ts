import { any, unread } from '../conclude.js';
import { isUnresolved, type AlarmFact } from '../facts.js';
import { breached, met, notApplicable, type Finding, type Rule } from '../rule.js';
import { noParams, type NoParams } from './no-params.js';

/** Metric of the toolkit's worker: seconds since the cut that readers get. */
const METRIC = 'CutAgeSeconds';

/** Somebody is told before an old cut lasts so long that the institute interrupts the difusor. */
export const takeDownAlarm: Rule<NoParams> = {
  id: 'take-down-alarm',
  how: 'rule.take-down-alarm.how',
  reads: ['alarms'],
  params: noParams,
  evaluate(facts, { convocatoria }) {
    if (convocatoria.takeDown === null) return notApplicable({ text: 'rule.take-down-alarm.silent' });
    const { minutes } = convocatoria.takeDown;
    const onAge = facts.alarms.filter(({ metrics }) => metrics.includes(METRIC));
    const unreadable = facts.alarms.flatMap(({ metrics, resource }) => {
      return metrics.filter(isUnresolved).map((hole) => unread(hole, resource));
    });
    return any(
      [...onAge.map((alarm) => judge(alarm, minutes)), ...unreadable],
      breached({ text: 'rule.take-down-alarm.none', params: { metric: METRIC } }),
    );
  },
};

function judge(
  { resource, above, threshold, delaySeconds, notifies }: AlarmFact,
  limitMinutes: number,
): Finding {
  const hole = [above, threshold, delaySeconds, notifies].find(isUnresolved);
  if (hole !== undefined) return unread(hole, resource);
  if (above !== true || threshold === undefined)
    return breached({ text: 'rule.take-down-alarm.not-above', resource });
  if (notifies !== true) return breached({ text: 'rule.take-down-alarm.silent-alarm', resource });
  const minutes = Math.ceil((Number(threshold) + Number(delaySeconds)) / 60);
  const params = { minutes, limit: limitMinutes };
  return minutes <= limitMinutes
    ? met({ text: 'rule.take-down-alarm.met', params, resource })
    : breached({ text: 'rule.take-down-alarm.late', params, resource });
}
