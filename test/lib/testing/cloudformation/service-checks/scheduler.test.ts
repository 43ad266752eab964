import type { JsonObject } from '../../../../../lib/testing/cloudformation/json.js';
import {
  checkRule,
  checkSchedule,
} from '../../../../../lib/testing/cloudformation/service-checks/scheduler.js';
import { serviceRequest } from './support.js';

describe('checkSchedule', () => {
  const check = (properties: JsonObject) => (): void => {
    checkSchedule(serviceRequest({ ScheduleExpression: 'rate(1 minute)', ...properties }));
  };

  it('takes a window that lies ahead, or has begun within five minutes', () => {
    expect(check({ StartDate: '2027-06-06T11:56:00Z', EndDate: '2027-06-07T20:00:00Z' })).not.toThrow();
    expect(check({ ScheduleExpressionTimezone: 'America/Mazatlan' })).not.toThrow();
  });

  it.each<[JsonObject, string]>([
    [{ ScheduleExpression: 'cron(* * * * * *)' }, 'Invalid Schedule Expression cron(* * * * * *).'],
    [{ ScheduleExpressionTimezone: 'CST' }, 'Invalid ScheduleExpressionTimezone CST.'],
    [
      { StartDate: '2027-06-06T11:54:59Z' },
      'The StartDate you specify cannot be earlier than 5 minutes ago.',
    ],
    [{ EndDate: '2027-06-06T12:00:00Z' }, 'The EndDate you specify must be in the future.'],
    [
      { StartDate: '2024-06-02T00:00:00Z', EndDate: '2024-06-03T00:00:00Z' },
      'The EndDate you specify must be in the future.',
    ],
    [
      { StartDate: '2027-06-08T00:00:00Z', EndDate: '2027-06-07T00:00:00Z' },
      'The EndDate you specify must come after the StartDate.',
    ],
    [{ EndDate: 'tomorrow' }, 'EndDate tomorrow is not a date in ISO 8601.'],
  ])('refuses %j', (properties, words) => {
    expect(check(properties)).toThrow(words);
    expect(check(properties)).toThrow(/^Resource handler returned message: ".*Service: Scheduler/);
  });

  it('passes over both dates of a schedule that runs once', () => {
    expect(
      check({ ScheduleExpression: 'at(2027-06-06T20:00:00)', EndDate: '2024-06-03T00:00:00Z' }),
    ).not.toThrow();
  });
});

describe('checkRule', () => {
  const check = (properties: JsonObject) => (): void => {
    checkRule(serviceRequest(properties));
  };

  it('takes a rule with a sound expression, or with a pattern alone', () => {
    expect(check({ ScheduleExpression: 'rate(5 minutes)' })).not.toThrow();
    expect(check({ EventPattern: { source: ['aws.s3'] } })).not.toThrow();
  });

  it('refuses any other, at() included', () => {
    expect(check({ ScheduleExpression: 'cron(* * * * *)' })).toThrow(
      'Parameter ScheduleExpression is not valid.',
    );
    expect(check({ ScheduleExpression: 'at(2027-06-06T20:00:00)' })).toThrow(
      'Parameter ScheduleExpression is not valid.',
    );
  });
});
