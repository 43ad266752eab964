import {
  collectSchedules,
  targetOf,
} from '../../../../../lib/compliance/collectors/cloudformation/schedules.js';
import { att, IF, ref, resource, stack } from './stack.js';

describe('collectSchedules', () => {
  test('reads a schedule', () => {
    expect(
      one({
        State: 'ENABLED',
        ScheduleExpression: 'rate(1 minute)',
        ScheduleExpressionTimezone: 'America/Mazatlan',
        StartDate: '2030-06-02T19:00:00-07:00',
        EndDate: '2030-06-04T05:00:00',
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target: { Arn: att('F') },
      }),
    ).toEqual({
      resource: 'site/S',
      enabled: true,
      zone: 'America/Mazatlan',
      everyMinutes: 1,
      from: '2030-06-03T02:00:00.000Z',
      until: '2030-06-04T05:00:00.000Z',
      target: 'site/F',
    });
  });

  test("fills in AWS's defaults", () => {
    expect(one({})).toMatchObject({
      enabled: true,
      zone: 'UTC',
      from: undefined,
      until: undefined,
      target: undefined,
    });
    expect(one({ State: 'DISABLED' })?.enabled).toBe(false);
  });

  test('adds the slack of a flexible window', () => {
    const flexible = {
      ScheduleExpression: 'rate(5 minutes)',
      FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 15 },
    };
    expect(one(flexible)?.everyMinutes).toBe(20);
  });

  test('does not guess', () => {
    const unresolved = expect.any(String);
    expect(
      one({ State: IF, ScheduleExpression: IF, StartDate: 'soon', ScheduleExpressionTimezone: IF }),
    ).toMatchObject({
      enabled: { unresolved },
      everyMinutes: { unresolved },
      from: { unresolved: 'soon' },
      zone: { unresolved },
    });
  });

  test('reports a rule of EventBridge that runs by the clock', () => {
    const assembly = stack({
      Clock: resource('AWS::Events::Rule', { ScheduleExpression: 'rate(1 minute)' }),
      Event: resource('AWS::Events::Rule', { EventPattern: {} }),
    });
    expect(collectSchedules(assembly)).toEqual([]);
    expect(assembly.gaps).toEqual([
      { area: 'schedules', resource: 'site/Clock', reason: 'AWS::Events::Rule' },
    ]);
  });
});

describe('targetOf', () => {
  test.each([
    ['a function', att('F'), 'site/F'],
    ['an alias', ref('Alias'), 'site/F'],
    ['a version', ref('Version'), 'site/F'],
    [
      'a call of any API',
      'arn:aws:scheduler:::aws-sdk:lambda:invoke',
      { unresolved: expect.stringContaining('aws-sdk') },
    ],
  ])('follows %s', (_name, Arn, expected) => {
    const assembly = stack({
      S: resource('AWS::Scheduler::Schedule', { Target: { Arn } }),
      Alias: resource('AWS::Lambda::Alias', { FunctionName: ref('F') }),
      Version: resource('AWS::Lambda::Version', { FunctionName: ref('F') }),
    });
    expect(targetOf(assembly.resources[0]!, assembly)).toEqual(expected);
  });
});

function one(properties: Readonly<Record<string, unknown>>) {
  return collectSchedules(stack({ S: resource('AWS::Scheduler::Schedule', properties) }))[0];
}
