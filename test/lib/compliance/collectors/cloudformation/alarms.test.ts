import { collectAlarms } from '../../../../../lib/compliance/collectors/cloudformation/alarms.js';
import { IF, ref, resource, stack } from './stack.js';

const SIMPLE = {
  MetricName: 'CutAgeSeconds',
  Threshold: 2400,
  Period: 60,
  EvaluationPeriods: 3,
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  AlarmActions: [ref('Topic')],
};
const STAT = { Metric: { MetricName: 'CutAgeSeconds' }, Period: 60, Stat: 'Maximum' };

describe('collectAlarms', () => {
  test('reads an alarm on one metric', () => {
    expect(one(SIMPLE)).toEqual({
      resource: 'site/A',
      metrics: ['CutAgeSeconds'],
      above: true,
      threshold: 2400,
      delaySeconds: 180,
      notifies: true,
    });
  });

  test('counts the datapoints that raise it', () => {
    expect(one({ ...SIMPLE, DatapointsToAlarm: 2 })?.delaySeconds).toBe(120);
  });

  test.each([
    ['below', { ComparisonOperator: 'LessThanThreshold' }, { above: false }],
    ['in silence', { AlarmActions: [] }, { notifies: false }],
    ['with actions off', { ActionsEnabled: false }, { notifies: false }],
  ])('tells one that fires %s', (_name, properties, expected) => {
    expect(one({ ...SIMPLE, ...properties })).toMatchObject(expected);
  });

  test.each(['FILL(m, REPEAT)', 'MAX([m, n])', 'm', undefined])(
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
      });
    },
  );

  test.each(['m / 60', 'SUM(METRICS())', 'RATE(m)', 'IF(m > 5, 1, 0)', IF])(
    'does not compare a threshold with a formula that may change the unit: %j',
    (Expression) => {
      const Metrics = [
        { Id: 'm', MetricStat: STAT },
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

function one(properties: Readonly<Record<string, unknown>>) {
  return collectAlarms(stack({ A: resource('AWS::CloudWatch::Alarm', properties) }))[0];
}
