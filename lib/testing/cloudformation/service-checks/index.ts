import { checkCachePolicy, checkDistribution, checkFunction } from './cloudfront.js';
import { checkLambdaFunction, checkLambdaLayer } from './lambda.js';
import { checkRule, checkSchedule } from './scheduler.js';
import type { ServiceCheck } from './service-check.js';
import { checkWafLogging, checkWafScope, checkWebAcl } from './web-firewall.js';

export type { ServiceRequest } from './service-check.js';

/** The checks that a service makes of its own, by resource type. */
export const SERVICE_CHECKS: Readonly<Record<string, ServiceCheck>> = {
  'AWS::CloudFront::CachePolicy': checkCachePolicy,
  'AWS::CloudFront::Distribution': checkDistribution,
  'AWS::CloudFront::Function': checkFunction,
  'AWS::Events::Rule': checkRule,
  'AWS::Lambda::Function': checkLambdaFunction,
  'AWS::Lambda::LayerVersion': checkLambdaLayer,
  'AWS::Scheduler::Schedule': checkSchedule,
  'AWS::WAFv2::IPSet': checkWafScope,
  'AWS::WAFv2::LoggingConfiguration': checkWafLogging,
  'AWS::WAFv2::RegexPatternSet': checkWafScope,
  'AWS::WAFv2::RuleGroup': checkWafScope,
  'AWS::WAFv2::WebACL': checkWebAcl,
};
