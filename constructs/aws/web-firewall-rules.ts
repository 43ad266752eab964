import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { FirewallPlan } from '../../lib/config/index.js';

const SITE_METHODS = ['GET', 'HEAD'] as const;

/** Seconds over which WAF counts the requests of one address. */
const RATE_WINDOW_SECONDS = 300;

/** Blocks every method but GET and HEAD: a published copy takes no input. */
export function allowedMethodsOnly(priority: number): CfnWebACL.RuleProperty {
  const isMethod = (method: string): CfnWebACL.StatementProperty => ({
    byteMatchStatement: {
      fieldToMatch: { method: {} },
      positionalConstraint: 'EXACTLY',
      searchString: method,
      textTransformations: [{ priority: 0, type: 'NONE' }],
    },
  });
  return {
    name: 'AllowedMethodsOnly',
    priority,
    action: { block: { customResponse: { responseCode: 405 } } },
    statement: { notStatement: { statement: { orStatement: { statements: SITE_METHODS.map(isMethod) } } } },
    visibilityConfig: visibility('AllowedMethodsOnly'),
  };
}

/** One of AWS's managed groups, with the group's own actions. */
export function managedGroup(name: string, priority: number): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    overrideAction: { none: {} },
    statement: { managedRuleGroupStatement: { vendorName: 'AWS', name, ...managedGroupConfig(name) } },
    visibilityConfig: visibility(name),
  };
}

/** Counts or blocks an address that goes over the limit in five minutes. */
export function rateLimit(limit: FirewallPlan['rateLimit'], priority: number): CfnWebACL.RuleProperty {
  return {
    name: 'RateLimit',
    priority,
    action: limit.action === 'block' ? { block: { customResponse: { responseCode: 429 } } } : { count: {} },
    statement: {
      rateBasedStatement: {
        aggregateKeyType: 'IP',
        evaluationWindowSec: RATE_WINDOW_SECONDS,
        limit: limit.requestsPer5Minutes,
      },
    },
    visibilityConfig: visibility('RateLimit'),
  };
}

/** The anti-DDoS group is the one that wants to be told what it protects; a static site can take no challenge page. */
function managedGroupConfig(name: string): Partial<CfnWebACL.ManagedRuleGroupStatementProperty> {
  if (name !== 'AWSManagedRulesAntiDDoSRuleSet') return {};
  return {
    managedRuleGroupConfigs: [
      {
        awsManagedRulesAntiDDoSRuleSet: {
          clientSideActionConfig: { challenge: { usageOfAction: 'DISABLED' } },
          sensitivityToBlock: 'LOW',
        },
      },
    ],
  };
}

function visibility(metricName: string): CfnWebACL.VisibilityConfigProperty {
  return { cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName };
}
