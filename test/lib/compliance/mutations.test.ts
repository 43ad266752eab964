import {
  collectCloudFormation,
  judge,
  RULES,
  type CloudFormationTemplate,
} from '../../../lib/compliance/index.js';
import { call, clause } from './call-builder.js';
import { wholeTemplates } from './whole-templates.js';

const CALL = call({ clauses: RULES.map(({ id }) => clause({ id, rule: id })) });
const CONFIG = 'Cdn.Properties.DistributionConfig';
const STATEMENTS = 'Policy.Properties.PolicyDocument.Statement';

/** What is weakened, the new value (`undefined` takes it away), and the one rule that must notice. */
const MUTATIONS: readonly (readonly [path: string, value: unknown, rule: string])[] = [
  ['Bucket.Properties.WebsiteConfiguration', undefined, 'static-hosting'],
  [`${CONFIG}.Origins.0.OriginAccessControlId`, undefined, 'origin-access-control'],
  ['Oac', undefined, 'origin-access-control'],
  ['Oac.Properties.OriginAccessControlConfig.SigningBehavior', 'never', 'origin-access-control'],
  ['Bucket.Properties.PublicAccessBlockConfiguration.BlockPublicPolicy', false, 'origin-access-control'],
  ['BucketPolicy', undefined, 'origin-access-control'],
  ['BucketPolicy.Properties.PolicyDocument.Statement.0.Principal', '*', 'origin-access-control'],
  ['BucketPolicy.Properties.PolicyDocument.Statement.0.Condition', undefined, 'origin-access-control'],
  ['Cache', undefined, 'edge-revalidates'],
  ['Cache.Properties.CachePolicyConfig.DefaultTTL', 60, 'edge-revalidates'],
  ['Cache.Properties.CachePolicyConfig.MinTTL', 1, 'edge-revalidates'],
  [`${CONFIG}.CacheBehaviors.0.CachePolicyId`, '658327ea-f89d-4fab-a63d-7e88639e58f6', 'edge-revalidates'],
  [`${CONFIG}.CustomErrorResponses`, undefined, 'edge-revalidates'],
  [`${CONFIG}.CustomErrorResponses.1.ErrorCachingMinTTL`, 30, 'edge-revalidates'],
  ['Headers', undefined, 'path-header'],
  [`${CONFIG}.CacheBehaviors.0.ResponseHeadersPolicyId`, undefined, 'path-header'],
  [
    'Headers.Properties.ResponseHeadersPolicyConfig.CustomHeadersConfig.Items.0.Value',
    'max-age=60',
    'path-header',
  ],
  [
    'Headers.Properties.ResponseHeadersPolicyConfig.CustomHeadersConfig.Items.0.Override',
    false,
    'path-header',
  ],
  ['Acl', undefined, 'web-firewall'],
  [`${CONFIG}.WebACLId`, undefined, 'web-firewall'],
  ['Acl.Properties.Scope', 'REGIONAL', 'web-firewall'],
  ['Acl.Properties.Rules.1.OverrideAction', { Count: {} }, 'web-firewall'],
  ['Acl.Properties.Rules.3', undefined, 'web-firewall'],
  ['AclLog', undefined, 'web-firewall'],
  ['Acl.Properties.DefaultAction', { Block: {} }, 'public-access'],
  [`${CONFIG}.Restrictions`, { GeoRestriction: { RestrictionType: 'whitelist' } }, 'public-access'],
  [`${CONFIG}.DefaultCacheBehavior.TrustedKeyGroups`, ['keys'], 'public-access'],
  [`${CONFIG}.Logging`, undefined, 'access-logs'],
  ['Logs', undefined, 'access-logs'],
  ['Logs.Properties.LifecycleConfiguration.Rules.0.ExpirationInDays', 7, 'access-logs'],
  ['Cert', undefined, 'https-certificate'],
  ['Cert.Properties.SubjectAlternativeNames', undefined, 'https-certificate'],
  [`${CONFIG}.ViewerCertificate`, undefined, 'https-certificate'],
  [`${CONFIG}.Aliases`, undefined, 'https-certificate'],
  [`${CONFIG}.CacheBehaviors.0.ViewerProtocolPolicy`, 'allow-all', 'https-certificate'],
  [`${CONFIG}.ViewerCertificate.MinimumProtocolVersion`, 'TLSv1', 'https-certificate'],
  ['Cdn.Metadata', undefined, 'shield'],
  ['Cdn.Metadata', { 'difusor:shield': 'advanced' }, 'shield'],
  [
    `${CONFIG}.DefaultCacheBehavior.LambdaFunctionAssociations`,
    [{ EventType: 'origin-response', LambdaFunctionARN: 'arn:aws:lambda:us-east-1:1:function:x:1' }],
    'unaltered-content',
  ],
  [`${CONFIG}.CacheBehaviors.0.FunctionAssociations`, undefined, 'take-down-notice'],
  ['Eip', undefined, 'fixed-ip'],
  ['Eip.DeletionPolicy', 'Delete', 'fixed-ip'],
  ['Worker.Properties.VpcConfig', undefined, 'fixed-ip'],
  ['Route', undefined, 'fixed-ip'],
  ['Worker.Properties.ReservedConcurrentExecutions', undefined, 'latest-cut'],
  ['Worker.Properties.Environment.Variables.KEY_VALUE_STORE_ARN', undefined, 'latest-cut'],
  [`${STATEMENTS}.1`, undefined, 'latest-cut'],
  ['Worker.Properties.Environment.Variables.DIFUSOR_SETTINGS', undefined, 'opening-gate'],
  ['Secret', undefined, 'safe-credentials'],
  ['Worker.Properties.Environment.Variables.SECRET_ARN', undefined, 'safe-credentials'],
  ['Worker.Properties.Environment.Variables.PASSWORD', 'canary', 'safe-credentials'],
  [`${STATEMENTS}.0.Resource`, '*', 'safe-credentials'],
  [`${STATEMENTS}.4`, { Effect: 'Allow', Action: 's3:DeleteObject', Resource: '*' }, 'safe-credentials'],
  ['Archive', undefined, 'package-archive'],
  ['Archive.Properties.VersioningConfiguration', undefined, 'package-archive'],
  ['Archive.DeletionPolicy', undefined, 'package-archive'],
  ['Election', undefined, 'schedule-window'],
  ['Election.Properties.State', 'DISABLED', 'schedule-window'],
  ['Election.Properties.EndDate', '2030-06-04T02:00:00Z', 'schedule-window'],
  ['Election.Properties.StartDate', '2030-06-03T04:00:00Z', 'schedule-window'],
  ['Election.Properties.ScheduleExpressionTimezone', 'UTC', 'schedule-window'],
  ['Election.Properties.ScheduleExpression', 'rate(1 hour)', 'schedule-cadence'],
  ['Rehearsal', undefined, 'rehearsal-windows'],
  ['Alarm', undefined, 'take-down-alarm'],
  ['Alarm.Properties.Threshold', 2700, 'take-down-alarm'],
  ['Alarm.Properties.AlarmActions', undefined, 'take-down-alarm'],
];

describe('a whole set of templates', () => {
  test('meets every rule as it stands', () => {
    expect(open(wholeTemplates())).toEqual([]);
  });

  test.each(MUTATIONS)('with %s as %j breaches one rule only: %s', (path, value, rule) => {
    expect(open(mutated(path, value))).toEqual([`${rule} breached`]);
  });

  test('has a mutation for every rule', () => {
    expect([...new Set(MUTATIONS.map(([, , rule]) => rule))].sort()).toEqual(RULES.map(({ id }) => id));
  });

  test('is undetermined, never met, where a condition may take a resource away', () => {
    expect(open(mutated('Acl.Condition', 'InProduction'))).toEqual([
      'public-access undetermined',
      'web-firewall undetermined',
    ]);
  });

  test('is undetermined in all where a nested stack may hide anything', () => {
    const nested = mutated('Nested', { Type: 'AWS::CloudFormation::Stack' });
    expect(open(nested)).toEqual(RULES.map(({ id }) => `${id} undetermined`));
  });

  test('breaches everything that it needs where it is empty', () => {
    const empty = open([{ name: 'edge', template: { Resources: {} } }]);
    expect(empty).toEqual(RULES.map(({ id }) => `${id} breached`));
  });
});

function open(templates: readonly CloudFormationTemplate[]): string[] {
  const facts = collectCloudFormation(templates);
  const input = { convocatoria: CALL, facts, domain: 'prep.example.org', waivers: [], today: '2030-06-01' };
  return judge({ ...input, scope: { delivery: 'pull' } })
    .filter(({ status }) => status !== 'met')
    .map(({ clause: { id }, status }) => `${id} ${status}`);
}

/** The templates with one value changed, in the stack that has it; a new resource goes to the first. */
function mutated(path: string, value: unknown): CloudFormationTemplate[] {
  const templates = structuredClone(wholeTemplates()) as { name: string; template: { Resources: Json } }[];
  const [resource = '', ...keys] = path.split('.');
  const owner = templates.find(({ template }) => Object.hasOwn(template.Resources, resource)) ?? templates[0];
  set(owner!.template.Resources, [resource, ...keys], value);
  return templates;
}

type Json = Record<string, unknown>;

function set(target: Json, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length > 0) {
    set(target[key] as Json, rest, value);
  } else if (value !== undefined) {
    target[key] = value;
  } else if (Array.isArray(target)) {
    target.splice(Number(key), 1);
  } else {
    expect(target).toHaveProperty([key]);
    delete target[key];
  }
}
