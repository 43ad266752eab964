import { CUT_AGE_SECONDS, METRIC_NAMESPACE, METRIC_UNITS, SITE_DIMENSION } from '../../worker-metrics.js';
import { any, unread } from '../conclude.js';
import { isUnresolved, type AlarmFact, type AlarmSeriesFact, type Facts } from '../facts.js';
import { breached, manual, met, notApplicable, type Finding, type Rule } from '../rule.js';
import { isFramed } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** What CloudFront says of answers that failed. */
const EDGE_NAMESPACE = 'AWS/CloudFront';
const EDGE_ERRORS = '5xxErrorRate';

/** Somebody is told before an old cut lasts so long that the institute interrupts the difusor. */
export const takeDownAlarm: Rule<NoParams> = {
  id: 'take-down-alarm',
  how: 'rule.take-down-alarm.how',
  reads: ['alarms', 'frames', 'workers'],
  params: noParams,
  evaluate(facts, { convocatoria }) {
    if (convocatoria.takeDown === null) return notApplicable({ text: 'rule.take-down-alarm.silent' });
    const { minutes } = convocatoria.takeDown;
    if (isFramed(facts)) return judgeFramed(facts, minutes);
    const onAge = facts.alarms.filter(({ metrics }) => metrics.includes(CUT_AGE_SECONDS));
    const unreadable = facts.alarms.flatMap(({ metrics, resource }) => {
      return metrics.filter(isUnresolved).map((hole) => unread(hole, resource));
    });
    return any(
      [...onAge.map((alarm) => judge(alarm, minutes)), ...unreadable],
      breached({ text: 'rule.take-down-alarm.none', params: { metric: CUT_AGE_SECONDS } }),
    );
  },
};

/** Percent of failed answers above which an alarm no longer tells of a page that is down for part of its readers. */
const MOST_PERCENT = 10;

/**
 * A page with a frame gets no cuts that could grow old: what can fail is the page, of which the edge's own alarm on failed
 * answers tells. No other watch shows in a template, so that without it a person has to show who watches.
 */
function judgeFramed({ alarms }: Facts, limit: number): Finding {
  const told = alarms.flatMap((alarm) => {
    const minutes = minutesToTell(alarm);
    return minutes === undefined || minutes > limit ? [] : [{ minutes, alarm }];
  });
  const [first] = told;
  if (first === undefined) return manual({ text: 'rule.take-down-alarm.framed', params: { limit } });
  const { resource, unheardTopics } = first.alarm;
  const params = { minutes: first.minutes, limit };
  return met(
    { text: 'rule.take-down-alarm.framed-met', params, resource },
    ...unheardTopics.map((topic) => ({ text: 'rule.take-down-alarm.unheard', resource: topic }) as const),
  );
}

/** Minutes after which an alarm tells of failed answers; `undefined` where it does not, or can't be read. */
function minutesToTell(alarm: AlarmFact): number | undefined {
  const { metrics, above, threshold, delaySeconds, notifies, series } = alarm;
  const watches =
    metrics.includes(EDGE_ERRORS) &&
    series.namespace === EDGE_NAMESPACE &&
    (series.statistic === 'Average' || series.statistic === 'Maximum');
  const fires = above === true && typeof threshold === 'number' && threshold <= MOST_PERCENT;
  if (!watches || !fires || notifies !== true || isUnresolved(delaySeconds)) return undefined;
  return Math.ceil(delaySeconds / 60);
}

function judge(
  { resource, above, threshold, delaySeconds, notifies, series, unheardTopics }: AlarmFact,
  limitMinutes: number,
): Finding {
  const { namespace, statistic, unit, dimensions } = series;
  const holes = [above, threshold, delaySeconds, notifies, namespace, statistic, unit, ...dimensions];
  const hole = holes.find(isUnresolved);
  if (hole !== undefined) return unread(hole, resource);
  if (!isAge(series)) {
    const params = { namespace: METRIC_NAMESPACE, dimension: SITE_DIMENSION };
    return breached({ text: 'rule.take-down-alarm.other-series', params, resource });
  }
  if (above !== true || threshold === undefined)
    return breached({ text: 'rule.take-down-alarm.not-above', resource });
  if (notifies !== true) return breached({ text: 'rule.take-down-alarm.silent-alarm', resource });
  const minutes = Math.ceil((Number(threshold) + Number(delaySeconds)) / 60);
  const params = { minutes, limit: limitMinutes };
  return minutes <= limitMinutes
    ? met(
        { text: 'rule.take-down-alarm.met', params, resource },
        ...unheardTopics.map((topic) => ({ text: 'rule.take-down-alarm.unheard', resource: topic }) as const),
      )
    : breached({ text: 'rule.take-down-alarm.late', params, resource });
}

/** Exactly what the worker sends: any other series has no data, or hides the highest age. */
function isAge({ namespace, dimensions, statistic, unit }: AlarmSeriesFact): boolean {
  const [only] = dimensions;
  return (
    namespace === METRIC_NAMESPACE &&
    statistic === 'Maximum' &&
    (unit === undefined || unit === METRIC_UNITS[CUT_AGE_SECONDS]) &&
    dimensions.length === 1 &&
    only === SITE_DIMENSION
  );
}
