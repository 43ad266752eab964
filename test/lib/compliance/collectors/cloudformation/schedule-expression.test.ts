import { longestWaitMinutes } from '../../../../../lib/compliance/collectors/cloudformation/schedule-expression.js';

describe('longestWaitMinutes', () => {
  test('gives no end to a rate of nothing', () => {
    expect(longestWaitMinutes('rate(0 minutes)')).toBe(Infinity);
  });

  test.each([
    ['rate(1 minute)', 1],
    ['rate(20 minutes)', 20],
    ['rate(2 hours)', 120],
    ['rate(1 day)', 1440],
    ['cron(* * * * ? *)', 1],
    ['cron(*/5 * * * ? *)', 5],
    ['cron(0/20 * * * ? *)', 20],
    ['cron(0,20,40 * * * ? *)', 20],
    ['cron(5,10 * ? * * *)', 55],
    ['cron(0-29 * * * ? *)', 31],
    ['cron(0 * * * ? *)', 60],
    ['cron(*/7 * * * ? *)', 7],
    ['cron(30/7 * * * ? *)', 32],
    [' cron(10-50/20 * * * ? *) ', 20],
  ])('of %s is %i', (expression, minutes) => {
    expect(longestWaitMinutes(expression)).toBe(minutes);
  });

  test.each([
    'at(2030-06-02T20:00:00)',
    'cron(0 20 * * ? *)',
    'cron(* 20-23 * * ? *)',
    'cron(* * 2 6 ? 2030)',
    'cron(* * ? * SUN *)',
    'cron(99 * * * ? *)',
    'cron(x * * * ? *)',
    'cron(* * * *)',
    'rate(soon)',
    '',
  ])('of %j is not guessed', (expression) => {
    expect(longestWaitMinutes(expression)).toEqual({ unresolved: expression });
  });
});
