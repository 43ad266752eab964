import type { AlarmFact, Fact } from '../../facts.js';
import type { Assembly, Resource } from './assembly.js';
import type { TemplateValue } from './template-value.js';

const UNIT_KEEPING = ['FILL', 'MAX', 'MIN', 'AVG', 'METRICS'];

/** Every CloudWatch alarm on a metric or a formula of metrics. */
export function collectAlarms(assembly: Assembly): AlarmFact[] {
  return assembly.ofType('AWS::CloudWatch::Alarm').map((alarm) => {
    const queries = alarm.properties.get('Metrics').items();
    return {
      resource: alarm.id,
      metrics: metricNames(alarm, queries),
      above: isAbove(alarm.properties.get('ComparisonOperator').text()),
      threshold: keepsUnit(queries)
        ? alarm.properties.get('Threshold').number()
        : { unresolved: 'Metrics.Expression' },
      delaySeconds: delayOf(alarm, queries),
      notifies: notifies(alarm),
    };
  });
}

function metricNames({ properties }: Resource, queries: readonly TemplateValue[]): Fact<string>[] {
  return [
    properties.get('MetricName').text(),
    ...queries.map((query) => query.get('MetricStat', 'Metric', 'MetricName').text()),
  ].filter((name) => name !== undefined);
}

function isAbove(operator: Fact<string> | undefined): Fact<boolean> {
  return typeof operator === 'object' ? operator : operator?.startsWith('GreaterThan') === true;
}

/** Filling gaps or taking an extreme keeps a metric's unit; any arithmetic may change it. */
function keepsUnit(queries: readonly TemplateValue[]): boolean {
  return queries.every((query) => {
    const expression = query.get('Expression').text() ?? '';
    if (typeof expression === 'object') return false;
    const functions = expression.match(/[A-Z_]+(?=\()/g) ?? [];
    return /^[\w\s,()[\]]*$/.test(expression) && functions.every((name) => UNIT_KEEPING.includes(name));
  });
}

function delayOf({ properties }: Resource, queries: readonly TemplateValue[]): Fact<number> {
  const periods = [
    properties.get('Period').number(),
    ...queries.map((query) => query.get('MetricStat', 'Period').number() ?? query.get('Period').number()),
  ].filter((period) => period !== undefined);
  const datapoints =
    properties.get('DatapointsToAlarm').number() ?? properties.get('EvaluationPeriods').number() ?? 1;
  if (typeof datapoints === 'object') return datapoints;
  const unread = periods.find((period) => typeof period === 'object');
  const known = periods.filter((period) => typeof period === 'number');
  if (unread !== undefined || known.length === 0) return unread ?? { unresolved: 'Period' };
  return Math.max(...known) * datapoints;
}

function notifies({ properties }: Resource): Fact<boolean> {
  const enabled = properties.get('ActionsEnabled').flag() ?? true;
  return enabled === true ? properties.get('AlarmActions').items().length > 0 : enabled;
}
