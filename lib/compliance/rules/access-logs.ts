import { DateTime } from 'luxon';
import { any, unread } from '../conclude.js';
import { isUnresolved, type AccessLogFact } from '../facts.js';
import { breached, met, notApplicable, type Finding, type Rule, type RuleContext } from '../rule.js';
import { eachSite } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** Days after the last one with statistics that logs stay at hand for the report and for questions about it. */
const MARGIN_DAYS = 30;

/** Every request is logged, and the log is kept until the report that needs it is done. */
export const accessLogs: Rule<NoParams> = {
  id: 'access-logs',
  how: 'rule.access-logs.how',
  reads: ['distributions', 'buckets', 'webServers', 'webServers.log'],
  params: noParams,
  evaluate(facts, context) {
    const needed = neededDays(context.convocatoria);
    if (needed === undefined) return notApplicable({ text: 'rule.access-logs.silent' });
    return eachSite(facts, context, {
      distribution: ({ accessLogs, resource }) =>
        any(
          accessLogs.map((log) => judge(log, needed)),
          breached({ text: 'rule.access-logs.none', resource }),
        ),
      webServer: ({ accessLog, resource }) =>
        accessLog === undefined
          ? breached({ text: 'rule.access-logs.none', resource })
          : judge(accessLog, needed),
    });
  },
};

/** From the opening to the end of the last day with statistics, in the call's zone, and the margin. */
function neededDays({ statistics, opening, zone }: RuleContext['convocatoria']): number | undefined {
  if (statistics === null) return undefined;
  const end = DateTime.fromISO(statistics.to, { zone }).plus({ days: 1 });
  return Math.ceil(end.diff(DateTime.fromISO(opening.at), 'days').days) + MARGIN_DAYS;
}

function judge(
  { resource, retentionDays }: Pick<AccessLogFact, 'resource' | 'retentionDays'>,
  needed: number,
): Finding {
  if (retentionDays === undefined) return met({ text: 'rule.access-logs.for-good', resource });
  if (isUnresolved(retentionDays)) return unread(retentionDays, resource);
  const params = { days: retentionDays, needed };
  return retentionDays >= needed
    ? met({ text: 'rule.access-logs.met', params, resource })
    : breached({ text: 'rule.access-logs.short', params, resource });
}
