import { Duration, RemovalPolicy, Stack, TimeZone } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Schedule, ScheduleExpression, ScheduleGroup, type IScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { WorkerWindow } from '../../lib/worker-settings.js';

export interface SyncScheduleProps {
  /** The sync worker's function. */
  readonly worker: IFunction;
  /** Starts that could not be delivered. */
  readonly deadLetters: IQueue;
  /** The election and each rehearsal. */
  readonly windows: readonly WorkerWindow[];
  /** IANA zone of the call. */
  readonly zone: string;
  /**
   * Instant of the synthesis: a window that has begun gets no start, since EventBridge Scheduler refuses one in the past.
   * @default every window lies ahead
   */
  readonly now?: Date;
  /** Name of the schedule group; its metrics tell whether starts were tried. */
  readonly groupName: string;
}

/** A run just past a window's end takes a rehearsal's cut away. */
const LAST_RUN_MS = Duration.minutes(3).toMilliseconds();

/**
 * Starts the worker every minute inside each window, in the call's zone, and never outside.
 *
 * A start that finds the worker busy is dropped: the next one is a minute away, and a queue of stale starts would
 * only delay it.
 * @see bcs-2024 I.c, I.d, I.n
 */
export class SyncSchedule extends Construct {
  readonly group: IScheduleGroup;

  constructor(scope: Construct, id: string, props: SyncScheduleProps) {
    super(scope, id);
    const group = new ScheduleGroup(this, 'Group', { scheduleGroupName: props.groupName });
    // Kept by default, its name would stand in the way of a stack made anew.
    group.applyRemovalPolicy(RemovalPolicy.DESTROY);
    this.group = group;
    const target = new LambdaInvoke(props.worker, {
      // The target's own role would also cover every version of the function.
      role: this.role(props).withoutPolicyUpdates(),
      deadLetterQueue: props.deadLetters,
      retryAttempts: 0,
      maxEventAge: Duration.minutes(1),
    });
    for (const window of props.windows) {
      const schedule = new Schedule(this, `Window-${window.id}`, {
        description: `difusor: ${window.kind}, every minute until ${window.until}`,
        scheduleGroup: group,
        schedule: ScheduleExpression.cron({ minute: '*', hour: '*', timeZone: TimeZone.of(props.zone) }),
        start: ahead(window.from, props.now),
        end: new Date(Date.parse(window.until) + LAST_RUN_MS),
        target,
      });
      // The group is named, not referred to: without this, CloudFormation would not wait for it.
      schedule.node.addDependency(group);
    }
  }

  private role({ worker, deadLetters }: SyncScheduleProps): Role {
    const role = new Role(this, 'Role', {
      description: 'difusor schedule: starts the worker, nothing else',
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    const allow = (action: string, resource: string): void => {
      role.addToPolicy(new PolicyStatement({ actions: [action], resources: [resource] }));
    };
    allow('lambda:InvokeFunction', worker.functionArn);
    allow('sqs:SendMessage', deadLetters.queueArn);
    return role;
  }
}

function ahead(instant: string, now: Date | undefined): Date | undefined {
  const start = new Date(instant);
  return now === undefined || start > now ? start : undefined;
}
