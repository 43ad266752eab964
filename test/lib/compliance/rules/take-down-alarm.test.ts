import { takeDownAlarm } from '../../../../lib/compliance/rules/take-down-alarm.js';
import { evaluate, texts } from '../evaluate.js';
import { alarm, HOLE } from '../facts-builder.js';
import { testRule } from '../rule-cases.js';
import { frame } from '../server-facts.js';

const { series: SERIES } = alarm();

describe('take-down-alarm', () => {
  test('is met where the alarm comes before the limit', () => {
    expect(evaluate(takeDownAlarm)).toEqual({
      outcome: 'met',
      evidence: [
        { text: 'rule.take-down-alarm.met', params: { minutes: 41, limit: 45 }, resource: 'site/Alarm' },
      ],
    });
  });

  test.each([
    [2640, 60, 'met'],
    [2640, 61, 'breached'],
    [2700, 0, 'met'],
    [2701, 0, 'breached'],
  ])('weighs a threshold of %i s and a delay of %i s as %s', (threshold, delaySeconds, outcome) => {
    expect(evaluate(takeDownAlarm, { alarms: [alarm({ threshold, delaySeconds })] }).outcome).toBe(outcome);
  });

  test.each([
    ['silent-alarm', { notifies: false }],
    ['not-above', { above: false }],
    ['not-above', { threshold: undefined }],
  ])('is breached as %s by %j', (text, weakened) => {
    const finding = evaluate(takeDownAlarm, { alarms: [alarm(weakened)] });
    expect([finding.outcome, ...texts(finding)]).toEqual(['breached', `take-down-alarm.${text}`]);
  });

  test.each([
    { namespace: 'Other' },
    { dimensions: [] },
    { dimensions: ['Site', 'Other'] },
    { statistic: 'Minimum' },
    { statistic: undefined },
    { unit: 'Minutes' },
  ])('is breached by another series than the one that the worker sends: %j', (weakened) => {
    const finding = evaluate(takeDownAlarm, { alarms: [alarm({ series: { ...SERIES, ...weakened } })] });
    expect([finding.outcome, ...texts(finding)]).toEqual(['breached', 'take-down-alarm.other-series']);
  });

  test('takes the unit of the metric itself', () => {
    const series = { ...SERIES, unit: 'Seconds' };
    expect(evaluate(takeDownAlarm, { alarms: [alarm({ series })] }).outcome).toBe('met');
  });

  test('tells a topic that nobody subscribes to', () => {
    const finding = evaluate(takeDownAlarm, { alarms: [alarm({ unheardTopics: ['site/Topic'] })] });
    expect([finding.outcome, ...texts(finding)]).toEqual([
      'met',
      'take-down-alarm.met',
      'take-down-alarm.unheard',
    ]);
  });

  test('is met by one good alarm of several', () => {
    expect(evaluate(takeDownAlarm, { alarms: [alarm({ threshold: 9000 }), alarm()] }).outcome).toBe('met');
  });

  test('is breached without an alarm on the age of the cut', () => {
    expect(texts(evaluate(takeDownAlarm, { alarms: [] }))).toEqual(['take-down-alarm.none']);
    expect(texts(evaluate(takeDownAlarm, { alarms: [alarm({ metrics: ['Errors'] })] }))).toEqual([
      'take-down-alarm.none',
    ]);
  });

  test('does not apply where the call sets no limit', () => {
    expect(evaluate(takeDownAlarm, {}, { takeDown: null }).outcome).toBe('not-applicable');
  });

  test.each([
    { threshold: HOLE },
    { delaySeconds: HOLE },
    { notifies: HOLE },
    { above: HOLE },
    { metrics: [HOLE] },
  ])('is undetermined where the alarm can not be read: %j', (hole) => {
    expect(evaluate(takeDownAlarm, { alarms: [alarm(hole)] }).outcome).toBe('undetermined');
  });
});

describe('take-down-alarm, of a page that frames the official site', () => {
  const EDGE = {
    resource: 'watch/Errors',
    metrics: ['5xxErrorRate'],
    threshold: 1,
    delaySeconds: 120,
    series: { ...SERIES, namespace: 'AWS/CloudFront', dimensions: ['DistributionId'], statistic: 'Average' },
  };
  const judged = (weakened: Parameters<typeof alarm>[0] = {}) => {
    const alarms = [alarm({ ...EDGE, ...weakened })];
    return evaluate(takeDownAlarm, { frames: [frame()], workers: [], alarms });
  };

  test('is met by an alarm on the answers that failed at the edge', () => {
    expect(judged()).toEqual({
      outcome: 'met',
      evidence: [
        {
          text: 'rule.take-down-alarm.framed-met',
          params: { minutes: 2, limit: 45 },
          resource: 'watch/Errors',
        },
      ],
    });
  });

  test('tells a topic that nobody subscribes to', () => {
    expect(texts(judged({ unheardTopics: ['watch/Topic'] }))).toEqual([
      'take-down-alarm.framed-met',
      'take-down-alarm.unheard',
    ]);
  });

  test.each([
    { metrics: ['4xxErrorRate'] },
    { metrics: [HOLE] },
    { above: false },
    { above: HOLE },
    { threshold: 11 },
    { threshold: HOLE },
    { threshold: undefined },
    { delaySeconds: 2701 },
    { delaySeconds: HOLE },
    { notifies: false },
    { notifies: HOLE },
    { series: { ...EDGE.series, namespace: 'Other' } },
    { series: { ...EDGE.series, statistic: 'Minimum' } },
    { series: { ...EDGE.series, namespace: HOLE } },
  ])('is left to a person where no such alarm shows: %j', (weakened) => {
    expect(judged(weakened)).toEqual({
      outcome: 'manual',
      evidence: [{ text: 'rule.take-down-alarm.framed', params: { limit: 45 } }],
    });
  });
});

testRule(takeDownAlarm, [
  ['a frame and no copy', { frames: [frame()], workers: [], alarms: [] }, 'manual', 'take-down-alarm.framed'],
]);
