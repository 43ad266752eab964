import { DateTime } from 'luxon';
import type { Fact, ScheduleFact } from '../../facts.js';
import type { Assembly, Resource } from './assembly.js';
import { longestWaitMinutes } from './schedule-expression.js';
import { mayStart } from './start-role.js';
import type { TemplateValue } from './template-value.js';

/** Every schedule of EventBridge Scheduler; an EventBridge rule that starts a function by the clock is a gap. */
export function collectSchedules(assembly: Assembly): ScheduleFact[] {
  const byOldRule = assembly.ofType('AWS::Events::Rule').filter(({ properties }) => {
    return !properties.get('ScheduleExpression').isAbsent;
  });
  for (const { id, type } of byOldRule) assembly.addGap({ area: 'schedules', resource: id, reason: type });
  return assembly.ofType('AWS::Scheduler::Schedule').map((schedule) => {
    const { properties } = schedule;
    const wait = everyMinutes(properties);
    const target = targetOf(schedule, assembly);
    return {
      resource: schedule.id,
      enabled: wait === Infinity ? false : isEnabled(properties.get('State').text()),
      zone: properties.get('ScheduleExpressionTimezone').text() ?? 'UTC',
      everyMinutes: wait,
      from: instant(properties.get('StartDate')),
      until: instant(properties.get('EndDate')),
      target: mayStart(schedule, target, assembly) ? target : undefined,
    };
  });
}

/** The function that a schedule starts, also by an alias or a version of it. */
export function targetOf(schedule: Resource, assembly: Assembly): Fact<string> | undefined {
  const target = schedule.properties.get('Target', 'Arn');
  const reference = target.reference();
  const qualified =
    assembly.find(reference, 'AWS::Lambda::Alias') ?? assembly.find(reference, 'AWS::Lambda::Version');
  if (qualified !== undefined) return qualified.properties.get('FunctionName').reference();
  const universal = typeof reference === 'string' && reference.includes(':aws-sdk:');
  return universal ? { unresolved: `Target.Arn: ${reference}` } : reference;
}

function isEnabled(state: Fact<string> | undefined): Fact<boolean> {
  return typeof state === 'object' ? state : state !== 'DISABLED';
}

/** A flexible window lets a start slip by its length. */
function everyMinutes(properties: TemplateValue): Fact<number> {
  const expression = properties.get('ScheduleExpression').text() ?? { unresolved: 'ScheduleExpression' };
  if (typeof expression === 'object') return expression;
  const wait = longestWaitMinutes(expression);
  const slack = properties.get('FlexibleTimeWindow', 'MaximumWindowInMinutes').number() ?? 0;
  if (typeof wait === 'object') return wait;
  return typeof slack === 'object' ? slack : wait + slack;
}

/** Scheduler reads a date without an offset as UTC. */
function instant(value: TemplateValue): Fact<string> | undefined {
  const text = value.text();
  if (typeof text !== 'string') return text;
  return DateTime.fromISO(text, { zone: 'utc' }).toUTC().toISO() ?? { unresolved: text };
}
