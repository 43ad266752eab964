import { handlerRefusal, type AwsRefusal } from '../aws-refusal.js';
import { stringAt } from '../json.js';
import { isScheduleExpression, isTimeZone } from './schedule-expression.js';
import type { ServiceCheck } from './service-check.js';

/** How late a start date may be, in milliseconds. */
const START_GRACE_MS = 5 * 60_000;

/** EventBridge Scheduler: the expression, the zone, and dates that still lie ahead. */
export const checkSchedule: ServiceCheck = ({ properties, now }) => {
  const expression = stringAt(properties, 'ScheduleExpression') ?? '';
  if (!isScheduleExpression(expression)) throw refusal(`Invalid Schedule Expression ${expression}.`);
  const zone = stringAt(properties, 'ScheduleExpressionTimezone');
  if (zone !== undefined && !isTimeZone(zone)) throw refusal(`Invalid ScheduleExpressionTimezone ${zone}.`);
  // The service ignores both dates where a schedule runs once.
  if (expression.startsWith('at(')) return;
  checkDates(stringAt(properties, 'StartDate'), stringAt(properties, 'EndDate'), now);
};

/** EventBridge rules: the expression, where there is one. */
export const checkRule: ServiceCheck = ({ properties }) => {
  const expression = stringAt(properties, 'ScheduleExpression');
  if (expression !== undefined && (expression.startsWith('at(') || !isScheduleExpression(expression))) {
    throw handlerRefusal('EventBridge', 'Parameter ScheduleExpression is not valid.');
  }
};

function checkDates(startDate: string | undefined, endDate: string | undefined, now: Date): void {
  const start = instantOf('StartDate', startDate);
  const end = instantOf('EndDate', endDate);
  if (end !== undefined && end <= now.getTime()) {
    throw refusal('The EndDate you specify must be in the future.');
  }
  if (start !== undefined && start < now.getTime() - START_GRACE_MS) {
    throw refusal('The StartDate you specify cannot be earlier than 5 minutes ago.');
  }
  if (start !== undefined && end !== undefined && end <= start) {
    throw refusal('The EndDate you specify must come after the StartDate.');
  }
}

function instantOf(name: string, date: string | undefined): number | undefined {
  if (date === undefined) return undefined;
  const instant = Date.parse(date);
  if (Number.isNaN(instant)) throw refusal(`${name} ${date} is not a date in ISO 8601.`);
  return instant;
}

function refusal(message: string): AwsRefusal {
  return handlerRefusal('Scheduler', message);
}
