import { Stack } from 'aws-cdk-lib';
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic, type ITopic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

export interface AlarmTopicProps {
  /**
   * Mailbox that alarms go to; it must confirm the subscription once.
   * @default none: subscribe the team's pager to the topic
   */
  readonly email?: string;
}

/**
 * The topic that every alarm of one region notifies.
 *
 * It has no key of its own: alarms name metrics, no person and no secret, and a key policy would be one more way for an
 * alarm to stay unheard.
 */
export class AlarmTopic extends Construct {
  readonly topic: ITopic;

  constructor(scope: Construct, id: string, props?: AlarmTopicProps) {
    super(scope, id);
    const topic = new Topic(this, 'Topic', { displayName: 'difusor', enforceSSL: true });
    // A policy of its own, which enforceSSL makes, takes the place of the default one that lets CloudWatch in.
    topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfThisAccount',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    this.topic = topic;
    if (props?.email !== undefined) this.topic.addSubscription(new EmailSubscription(props.email));
  }
}

/** People are told when an alarm starts, and when it is over. */
export function notifyBothWays(alarm: Alarm, topic: ITopic): void {
  const action = new SnsAction(topic);
  alarm.addAlarmAction(action);
  alarm.addOkAction(action);
}
