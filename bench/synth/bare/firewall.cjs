'use strict';
const { ArnFormat, Aws, Fn, RemovalPolicy } = require('aws-cdk-lib');
const iam = require('aws-cdk-lib/aws-iam');
const logs = require('aws-cdk-lib/aws-logs');
const wafv2 = require('aws-cdk-lib/aws-wafv2');

/** The web ACL with its log; gives its ARN. */
function firewall(stack, name) {
  const acl = new wafv2.CfnWebACL(stack, 'WebAcl', {
    name: name,
    scope: 'CLOUDFRONT',
    defaultAction: { allow: {} },
    visibilityConfig: visibility(name),
    rules: [
      {
        name: 'AllowedMethodsOnly',
        priority: 10,
        action: { block: { customResponse: { responseCode: 405 } } },
        statement: {
          notStatement: { statement: { orStatement: { statements: [isMethod('GET'), isMethod('HEAD')] } } },
        },
        visibilityConfig: visibility('AllowedMethodsOnly'),
      },
      managedGroup('AWSManagedRulesAmazonIpReputationList', 20),
      managedGroup('AWSManagedRulesKnownBadInputsRuleSet', 40),
      managedGroup('AWSManagedRulesCommonRuleSet', 50),
      {
        name: 'RateLimit',
        priority: 60,
        action: { count: {} },
        statement: { rateBasedStatement: { aggregateKeyType: 'IP', evaluationWindowSec: 300, limit: 20000 } },
        visibilityConfig: visibility('RateLimit'),
      },
    ],
  });
  const group = new logs.LogGroup(stack, 'WebAclLogs', {
    logGroupName: Fn.join('-', [`aws-waf-logs-${name}`, Fn.select(2, Fn.split('/', Aws.STACK_ID))]),
    retention: logs.RetentionDays.THIRTEEN_MONTHS,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
  const delivery = new logs.ResourcePolicy(stack, 'WebAclLogDelivery', {
    policyStatements: [
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal('delivery.logs.amazonaws.com')],
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [group.logGroupArn],
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
      }),
    ],
  });
  const logging = new wafv2.CfnLoggingConfiguration(stack, 'WebAclLogging', {
    resourceArn: acl.attrArn,
    logDestinationConfigs: [
      stack.formatArn({
        service: 'logs',
        resource: 'log-group',
        resourceName: group.logGroupName,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
    ],
    redactedFields: [{ singleHeader: { Name: 'authorization' } }, { singleHeader: { Name: 'cookie' } }],
  });
  logging.node.addDependency(delivery);
  return acl.attrArn;
}

function visibility(metricName) {
  return { cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName };
}

function isMethod(searchString) {
  return {
    byteMatchStatement: {
      fieldToMatch: { method: {} },
      positionalConstraint: 'EXACTLY',
      searchString,
      textTransformations: [{ priority: 0, type: 'NONE' }],
    },
  };
}

function managedGroup(name, priority) {
  return {
    name,
    priority,
    overrideAction: { none: {} },
    statement: { managedRuleGroupStatement: { vendorName: 'AWS', name } },
    visibilityConfig: visibility(name),
  };
}

module.exports = { firewall };
