'use strict';
const { Duration, RemovalPolicy, TimeZone } = require('aws-cdk-lib');
const iam = require('aws-cdk-lib/aws-iam');
const scheduler = require('aws-cdk-lib/aws-scheduler');
const schedulerTargets = require('aws-cdk-lib/aws-scheduler-targets');
const { settings } = require('./constants.cjs');

/** Starts the worker every minute inside each window. */
function schedule(stack, name, { fn, deadLetters }) {
  const role = new iam.Role(stack, 'ScheduleRole', {
    description: 'difusor schedule: starts the worker, nothing else',
    assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  });
  role.addToPolicy(
    new iam.PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [fn.functionArn] }),
  );
  role.addToPolicy(
    new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }),
  );
  const scheduleGroup = new scheduler.ScheduleGroup(stack, 'ScheduleGroup', { scheduleGroupName: name });
  scheduleGroup.applyRemovalPolicy(RemovalPolicy.DESTROY);
  const target = new schedulerTargets.LambdaInvoke(fn, {
    role: role.withoutPolicyUpdates(),
    deadLetterQueue: deadLetters,
    retryAttempts: 0,
    maxEventAge: Duration.minutes(1),
  });
  const timeZone = TimeZone.of(settings.zone);
  for (const { id, kind, from, until } of settings.windows) {
    new scheduler.Schedule(stack, `Window-${id}`, {
      description: `difusor: ${kind}, every minute until ${until}`,
      scheduleGroup,
      schedule: scheduler.ScheduleExpression.cron({ minute: '*', hour: '*', timeZone }),
      start: new Date(from),
      end: new Date(Date.parse(until) + Duration.minutes(3).toMilliseconds()),
      target,
    });
  }
}

module.exports = { schedule };
