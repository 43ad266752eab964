import { collectAlarms } from '../../../../../lib/compliance/collectors/cloudformation/alarms.js';
import { IF, ref, resource, stack } from './stack.js';

const SIMPLE = {
  Namespace: 'Difusor',
  Dimensions: [{ Name: 'Site', Value: 'x' }],
  Statistic: 'Maximum',
  MetricName: 'CutAgeSeconds',
  Threshold: 2400,
  Period: 60,
  EvaluationPeriods: 3,
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  AlarmActions: [ref('Topic')],
};
const METRIC = {
  Namespace: 'Difusor',
  MetricName: 'CutAgeSeconds',
  Dimensions: [{ Name: 'Site', Value: 'x' }],
};
const STAT = { Metric: METRIC, Period: 60, Stat: 'Maximum' };
const SERIES = { namespace: 'Difusor', dimensions: ['Site'], statistic: 'Maximum', unit: undefined };

describe('collectAlarms', () => {
  test('reads an alarm on one metric', () => {
    expect(one(SIMPLE)).toEqual({
      resource: 'site/A',
      metrics: ['CutAgeSeconds'],
      above: true,
      threshold: 2400,
      delaySeconds: 180,
      notifies: true,
      series: SERIES,
      unheardTopics: ['site/Topic'],
    });
  });

  test('counts the datapoints that raise it', () => {
    expect(one({ ...SIMPLE, DatapointsToAlarm: 2 })?.delaySeconds).toBe(120);
  });

  test.each([
    ['below', { ComparisonOperator: 'LessThanThreshold' }, { above: false }],
    ['in silence', { AlarmActions: [] }, { notifies: false }],
    ['for a topic that is missing', { AlarmActions: [ref('Gone')] }, { notifies: false }],
    ['for who knows whom', { AlarmActions: [IF] }, { notifies: { unresolved: expect.any(String) } }],
    ['with actions off', { ActionsEnabled: false }, { notifies: false }],
  ])('tells one that fires %s', (_name, properties, expected) => {
    expect(one({ ...SIMPLE, ...properties })).toMatchObject(expected);
  });

  test.each(['FILL(m, REPEAT)', 'm', ' FILL( m ,REPEAT ) '])(
    'reads through a formula that keeps the unit: %s',
    (Expression) => {
      const Metrics = [
        { Id: 'm', MetricStat: STAT, ReturnData: false },
        { Id: 'e', Expression },
      ];
      expect(one({ ...SIMPLE, MetricName: undefined, Period: undefined, Metrics })).toMatchObject({
        metrics: ['CutAgeSeconds'],
        threshold: 2400,
        delaySeconds: 180,
        series: SERIES,
      });
    },
  );

  test('reads the one metric that is returned', () => {
    const other = { ...STAT, Metric: { ...METRIC, MetricName: 'Errors' } };
    const Metrics = [
      { Id: 'm', MetricStat: STAT, ReturnData: false },
      { Id: 'n', MetricStat: other },
    ];
    expect(one({ ...SIMPLE, MetricName: undefined, Metrics })?.metrics).toEqual(['Errors']);
  });

  test('knows a topic that somebody subscribes to', () => {
    const subscription = resource('AWS::SNS::Subscription', { TopicArn: ref('Topic') });
    expect(one(SIMPLE, { S: subscription })?.unheardTopics).toEqual([]);
  });

  test.each(['m / 60', 'MIN([m, n])', 'FILL(m, 0)', 'm'.repeat(60_000), 'SUM(METRICS())', 'RATE(m)', IF])(
    'does not compare a threshold with a formula that may change the unit: %j',
    (Expression) => {
      const Metrics = [
        { Id: 'm', MetricStat: STAT, ReturnData: false },
        { Id: 'e', Expression },
      ];
      expect(one({ ...SIMPLE, Metrics })?.threshold).toEqual({ unresolved: 'Metrics.Expression' });
    },
  );

  test('does not guess', () => {
    const unresolved = expect.any(String);
    expect(
      one({
        ...SIMPLE,
        Threshold: IF,
        Period: IF,
        ComparisonOperator: IF,
        ActionsEnabled: IF,
        MetricName: IF,
      }),
    ).toMatchObject({
      metrics: [{ unresolved }],
      above: { unresolved },
      threshold: { unresolved },
      delaySeconds: { unresolved },
      notifies: { unresolved },
    });
    expect(one({ ...SIMPLE, EvaluationPeriods: IF })?.delaySeconds).toMatchObject({ unresolved });
    expect(one({})?.delaySeconds).toEqual({ unresolved: 'Period' });
  });
});

function one(properties: Readonly<Record<string, unknown>>, others = {}) {
  const Topic = resource('AWS::SNS::Topic');
  return collectAlarms(stack({ A: resource('AWS::CloudWatch::Alarm', properties), Topic, ...others }))[0];
}
