import type { AlarmFact, AlarmSeriesFact, Fact } from '../../facts.js';
import type { Assembly, Resource } from './assembly.js';
import type { TemplateValue } from './template-value.js';

/** The longest formula that CloudWatch takes, characters. */
const MAX_EXPRESSION = 2048;

/** Every CloudWatch alarm on a metric or a formula of metrics. */
export function collectAlarms(assembly: Assembly): AlarmFact[] {
  return assembly.ofType('AWS::CloudWatch::Alarm').map((alarm) => {
    const queries = alarm.properties.get('Metrics').items();
    const watched = watchedBy(alarm, queries);
    return {
      resource: alarm.id,
      metrics: watched === undefined ? metricNames(alarm, queries) : nameOf(watched),
      above: isAbove(alarm.properties.get('ComparisonOperator').text()),
      threshold:
        watched === undefined
          ? { unresolved: 'Metrics.Expression' }
          : alarm.properties.get('Threshold').number(),
      delaySeconds: delayOf(alarm, queries),
      series: seriesOf(watched),
      ...told(alarm, assembly),
    };
  });
}

/** A metric, and where its name, its statistic and its unit stand. */
interface Watched {
  readonly metric: TemplateValue;
  readonly statistic: TemplateValue;
  readonly unit: TemplateValue;
}

/** The one metric that the alarm compares, as it is; `undefined` where a formula may make it another. */
function watchedBy({ properties }: Resource, queries: readonly TemplateValue[]): Watched | undefined {
  if (queries.length === 0) {
    const extended = properties.get('ExtendedStatistic');
    const statistic = extended.isAbsent ? properties.get('Statistic') : extended;
    return { metric: properties, statistic, unit: properties.get('Unit') };
  }
  const returned = queries.filter((query) => query.get('ReturnData').flag() !== false);
  const [only] = returned;
  if (only === undefined || returned.length > 1) return undefined;
  const source = only.get('Expression').isAbsent ? only : sourceOf(only, queries);
  const stat = source?.get('MetricStat');
  if (stat === undefined || stat.isAbsent) return undefined;
  return { metric: stat.get('Metric'), statistic: stat.get('Stat'), unit: stat.get('Unit') };
}

/** Repeating the last value where one is missing, or naming a series, gives that series; any other formula may not. */
function sourceOf(returned: TemplateValue, queries: readonly TemplateValue[]): TemplateValue | undefined {
  const expression = returned.get('Expression').text();
  if (typeof expression !== 'string' || expression.length > MAX_EXPRESSION) return undefined;
  const [, filled, bare] = /^\s*(?:FILL\(\s*(\w+)\s*,\s*REPEAT\s*\)|(\w+))\s*$/.exec(expression) ?? [];
  const id = filled ?? bare;
  return id === undefined ? undefined : queries.find((query) => query.get('Id').text() === id);
}

function seriesOf(watched: Watched | undefined): AlarmSeriesFact {
  if (watched === undefined) {
    return { namespace: undefined, dimensions: [], statistic: undefined, unit: undefined };
  }
  const { metric, statistic, unit } = watched;
  return {
    namespace: metric.get('Namespace').text(),
    dimensions: metric
      .get('Dimensions')
      .items()
      .flatMap((dimension) => dimension.get('Name').text() ?? []),
    statistic: statistic.text(),
    unit: unit.text(),
  };
}

function nameOf({ metric }: Watched): Fact<string>[] {
  return [metric.get('MetricName').text()].filter((name) => name !== undefined);
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

/** Whom an alarm tells. What these stacks name and lack tells nobody; what lies outside them is not looked at. */
function told({ properties }: Resource, assembly: Assembly): Pick<AlarmFact, 'notifies' | 'unheardTopics'> {
  const enabled = properties.get('ActionsEnabled').flag() ?? true;
  const actions = properties
    .get('AlarmActions')
    .items()
    .flatMap((action) => action.reference() ?? []);
  const known = actions.filter((action) => typeof action === 'string');
  const there = known.filter((action) => assembly.has(action) || action.startsWith('arn:'));
  const notifies = there.length > 0 || (actions.find((action) => typeof action === 'object') ?? false);
  return {
    notifies: enabled === true ? notifies : enabled,
    unheardTopics: there.filter((action) => isUnheard(action, assembly)),
  };
}

function isUnheard(topic: string, assembly: Assembly): boolean {
  const found = assembly.find(topic, 'AWS::SNS::Topic');
  if (found === undefined || found.properties.get('Subscription').items().length > 0) return false;
  return !assembly
    .ofType('AWS::SNS::Subscription')
    .some(({ properties }) => properties.get('TopicArn').reference() === topic);
}
