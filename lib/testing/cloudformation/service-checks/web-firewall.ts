import { handlerRefusal, type AwsRefusal } from '../aws-refusal.js';
import { asText, isObject, objectAt, objectsIn, stringAt, type Json, type JsonObject } from '../json.js';
import type { ServiceCheck } from './service-check.js';

/** CloudFront's web ACLs live here, whatever region the rest of the stack has. */
const CLOUDFRONT_REGION = 'us-east-1';

/** The destinations of web ACL logs carry this prefix, by kind of ARN. */
const LOG_DESTINATIONS = [
  /^arn:aws[\w-]*:s3:::aws-waf-logs-[^:]+$/,
  /^arn:aws[\w-]*:logs:[\w-]+:\d{12}:log-group:aws-waf-logs-[^:]+(:\*)?$/,
  /^arn:aws[\w-]*:firehose:[\w-]+:\d{12}:deliverystream\/aws-waf-logs-.+$/,
];

/** WAF: the scope's region, one priority and one name a rule, and the kind of action that each rule may have. */
export const checkWebAcl: ServiceCheck = ({ properties, region }) => {
  checkScope(properties, region);
  const rules = objectsIn(properties.Rules);
  refuseDuplicates(
    rules.map((rule) => asText(rule.Priority)),
    'PRIORITY',
  );
  refuseDuplicates(
    rules.map((rule) => stringAt(rule, 'Name') ?? ''),
    'RULE_NAME',
  );
  for (const rule of rules) checkAction(rule);
};

/** WAF: IP and pattern sets of CloudFront live in us-east-1 too. */
export const checkWafScope: ServiceCheck = ({ properties, region }) => {
  checkScope(properties, region);
};

/** WAF: one destination, of the prescribed name. */
export const checkWafLogging: ServiceCheck = ({ properties }) => {
  const destinations = properties.LogDestinationConfigs;
  const [destination, ...others] = Array.isArray(destinations) ? destinations : [];
  if (others.length > 0) throw refusal('You can have only one log destination', 'LOG_DESTINATION', others[0]);
  if (!LOG_DESTINATIONS.some((form) => form.test(asText(destination)))) {
    throw refusal(
      "The ARN isn't valid. A valid ARN begins with arn: and includes other information separated by colons or slashes.",
      'LOG_DESTINATION',
      destination,
    );
  }
};

function checkScope(properties: JsonObject, region: string): void {
  if (properties.Scope === 'CLOUDFRONT' && region !== CLOUDFRONT_REGION) {
    throw refusal('The scope is not valid.', 'SCOPE_VALUE', 'CLOUDFRONT');
  }
}

function refuseDuplicates(values: readonly string[], field: string): void {
  const duplicate = values.find((value, index) => values.indexOf(value) !== index);
  if (duplicate !== undefined) throw refusal('Another rule already has this value.', field, duplicate);
}

/** A rule group takes OverrideAction, any other statement Action; never both. */
function checkAction(rule: JsonObject): void {
  const statement = objectAt(rule, 'Statement');
  const group =
    isObject(statement.ManagedRuleGroupStatement) || isObject(statement.RuleGroupReferenceStatement);
  const fits = isObject(rule.OverrideAction) === group && isObject(rule.Action) === !group;
  if (!fits) {
    throw refusal(
      'You have used none or multiple values for a field that requires exactly one value.',
      'RULE',
      rule.Name,
    );
  }
}

function refusal(reason: string, field: string, parameter: Json | undefined): AwsRefusal {
  return handlerRefusal('Wafv2', `Error reason: ${reason}, field: ${field}, parameter: ${asText(parameter)}`);
}
