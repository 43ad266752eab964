import { ArnFormat, Aws, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { ServicePrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { LogGroup, ResourcePolicy, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import type { FirewallPlan } from '../../lib/config/index.js';
import { allowedMethodsOnly, managedGroup, rateLimit } from './web-firewall-rules.js';

export interface WebFirewallProps extends FirewallPlan {
  /** Name of the web ACL and of its metrics; also part of its log group's. */
  readonly name: string;
}

/** Nothing checks at synthesis that WAF demands this of a log destination's name. */
const LOG_GROUP_PREFIX = 'aws-waf-logs-';

/**
 * The web application firewall in front of the distribution; it must stand in a stack of us-east-1.
 *
 * Only GET and HEAD pass. Managed groups stop known attacks. The rate rule counts by default: a mobile operator's
 * shared address (CGNAT) can carry thousands of voters, so that a low limit would block them.
 * @see bcs-2024 II.f
 */
export class WebFirewall extends Construct {
  readonly webAclArn: string;
  /** Name under which CloudWatch keeps the ACL's metrics. */
  readonly metricName: string;

  constructor(scope: Construct, id: string, props: WebFirewallProps) {
    super(scope, id);
    this.metricName = props.name;
    const acl = new CfnWebACL(this, 'WebAcl', {
      name: props.name,
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: {
        cloudWatchMetricsEnabled: true,
        sampledRequestsEnabled: true,
        metricName: props.name,
      },
      rules: this.rules(props),
    });
    this.webAclArn = acl.attrArn;
    this.log(props.name);
  }

  private rules(props: WebFirewallProps): CfnWebACL.RuleProperty[] {
    return [
      ...(props.antiDdos ? [managedGroup('AWSManagedRulesAntiDDoSRuleSet', 5)] : []),
      allowedMethodsOnly(10),
      managedGroup('AWSManagedRulesAmazonIpReputationList', 20),
      ...(props.anonymousIp ? [managedGroup('AWSManagedRulesAnonymousIpList', 30)] : []),
      managedGroup('AWSManagedRulesKnownBadInputsRuleSet', 40),
      managedGroup('AWSManagedRulesCommonRuleSet', 50),
      rateLimit(props.rateLimit, 60),
    ];
  }

  private log(name: string): void {
    // Kept after the stack is gone, so its name carries the stack's own id: a stack made anew must not meet it.
    const stackGuid = Fn.select(2, Fn.split('/', Aws.STACK_ID));
    const group = new LogGroup(this, 'LogGroup', {
      logGroupName: Fn.join('-', [`${LOG_GROUP_PREFIX}${name}`, stackGuid]),
      retention: RetentionDays.THIRTEEN_MONTHS,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    const delivery = new ResourcePolicy(this, 'LogDelivery', {
      policyStatements: [
        new PolicyStatement({
          principals: [new ServicePrincipal('delivery.logs.amazonaws.com')],
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [group.logGroupArn],
          conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
        }),
      ],
    });
    const logging = new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: this.webAclArn,
      // WAF refuses the `:*` that a log group's ARN ends with.
      logDestinationConfigs: [
        Stack.of(this).formatArn({
          service: 'logs',
          resource: 'log-group',
          resourceName: group.logGroupName,
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
      ],
      redactedFields: [{ singleHeader: { Name: 'authorization' } }, { singleHeader: { Name: 'cookie' } }],
    });
    logging.node.addDependency(delivery);
  }
}
