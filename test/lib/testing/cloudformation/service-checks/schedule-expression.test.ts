import {
  isScheduleExpression,
  isTimeZone,
} from '../../../../../lib/testing/cloudformation/service-checks/schedule-expression.js';

describe('isScheduleExpression', () => {
  it.each([
    'rate(1 minute)',
    'rate(5 minutes)',
    'rate(12 hours)',
    'at(2027-06-06T20:00:00)',
    'cron(* * * * ? *)',
    'cron(0/15 8-17 ? * MON-FRI *)',
    'cron(0 10 L * ? 2027)',
    'cron(0 10 15W JAN,JUN ? *)',
    'cron(0 10 ? * 6#3 *)',
    'cron(0 10 ? * 2L *)',
    'cron(0-15/1 8-8 ? * 2,3,4,5,6,7 *)',
  ])('takes %s', (expression) => {
    expect(isScheduleExpression(expression)).toBe(true);
  });

  it.each([
    '',
    'every minute',
    'rate(0 minutes)',
    'rate(1 second)',
    'rate(1)',
    'at(2027-06-06)',
    'at(2027-13-06T20:00:00)',
    'cron(* * * * *)',
    'cron(* * * * * *)',
    'cron(* * ? * ? *)',
    'cron(60 * * * ? *)',
    'cron(* 24 * * ? *)',
    'cron(* * 0 * ? *)',
    'cron(* * * 13 ? *)',
    'cron(* * ? * 8 *)',
    'cron(* * ? * DOM *)',
    'cron(*/0 * * * ? *)',
    'cron(? * * * ? *)',
    'cron(1-2-3 * * * ? *)',
    'cron(* * * * ? 1969)',
  ])('refuses %j', (expression) => {
    expect(isScheduleExpression(expression)).toBe(false);
  });
});

describe('isTimeZone', () => {
  it('takes zones of the IANA database, links included', () => {
    expect(['America/Mazatlan', 'America/Mexico_City', 'Asia/Kolkata', 'UTC'].map(isTimeZone)).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it('refuses abbreviations, offsets and inventions', () => {
    expect(['CST', '-07:00', 'America/La_Paz_BCS', ''].map(isTimeZone)).toEqual([false, false, false, false]);
  });
});
