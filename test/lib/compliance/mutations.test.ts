import {
  collectCloudFormation,
  judge,
  RULES,
  type CloudFormationTemplate,
} from '../../../lib/compliance/index.js';
import { loadConvocatoria } from '../../../lib/convocatorias/index.js';
import { call, clause } from './call-builder.js';
import { settings } from './facts-builder.js';
import { wholeTemplates } from './whole-templates.js';

/** What the one call for AWS asks of a template, and what others ask of a bucket; a server is judged elsewhere. */
const ASKED = new Set([
  'package-archive',
  ...loadConvocatoria('bcs-2024').clauses.flatMap(({ kind, rule }) => (kind === 'live' ? [] : (rule ?? []))),
]);
const IDS = RULES.map(({ id }) => id).filter((id) => ASKED.has(id));
const CALL = call({ clauses: IDS.map((id) => clause({ id, rule: id })) });
const CONFIG = 'Cdn.Properties.DistributionConfig';
const settingsPath = 'Worker.Properties.Environment.Variables.DIFUSOR_SETTINGS';
const changed = (overrides: Parameters<typeof settings>[0]): string => JSON.stringify(settings(overrides));
const STATEMENTS = 'Policy.Properties.PolicyDocument.Statement';

/** What is weakened, the new value (`undefined` takes it away), and the one rule that must notice. */
const MUTATIONS: readonly (readonly [path: string, value: unknown, rule: string])[] = [
  ['Bucket.Properties.WebsiteConfiguration', undefined, 'static-hosting'],
  [
    'Bucket.Properties.LifecycleConfiguration',
    { Rules: [{ Status: 'Enabled', ExpirationInDays: 1 }] },
    'results-kept',
  ],
  [
    'Bucket.Properties.LifecycleConfiguration',
    { Rules: [{ Status: 'Enabled', Prefix: 'cuts/', ExpirationInDays: 1 }] },
    'results-kept',
  ],
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
  [`${CONFIG}.CacheBehaviors.0.TargetOriginId`, 'elsewhere', 'unaltered-content'],
  [
    `${CONFIG}.OriginGroups`,
    { Items: [{ Id: 'site', Members: { Items: [{ OriginId: 'site' }, { OriginId: 'elsewhere' }] } }] },
    'unaltered-content',
  ],
  [`${CONFIG}.Origins.0.OriginPath`, '/old', 'unaltered-content'],
  [
    `${CONFIG}.CustomErrorResponses.1`,
    { ErrorCode: 404, ErrorCachingMinTTL: 0, ResponseCode: 200, ResponsePagePath: '/home.html' },
    'unaltered-content',
  ],
  [settingsPath, changed({ takeDownMinutes: 90 }), 'take-down-notice'],
  [settingsPath, changed({ cadenceMinutes: 60 }), 'schedule-cadence'],
  [settingsPath, changed({ convocatoria: 'otra-2030' }), 'opening-gate'],
  [
    settingsPath,
    changed({ cacheControl: [{ path: '/*', value: 'public, s-maxage=60' }] }),
    'edge-revalidates',
  ],
  [settingsPath, changed({ windows: settings().windows.slice(0, 1) }), 'rehearsal-windows'],
  [
    settingsPath,
    changed({
      windows: settings().windows.map((window) =>
        window.kind === 'election' ? { ...window, until: '2030-06-03T12:00:00-07:00' } : window,
      ),
    }),
    'schedule-window',
  ],
  ['Worker.Properties.Environment.Variables.SITE_BUCKET', 'another-bucket', 'latest-cut'],
  [`${STATEMENTS}.2`, undefined, 'latest-cut'],
  ['Election.Properties.Target.RoleArn', { 'Fn::GetAtt': ['Gone', 'Arn'] }, 'schedule-window'],
  ['Election.Properties.ScheduleExpression', 'rate(0 minutes)', 'schedule-window'],
  ['Cache.Properties.CachePolicyConfig.MaxTTL', 31_536_000, 'edge-revalidates'],
  [`${CONFIG}.Enabled`, false, 'public-access'],
  [
    `Acl.Properties.Rules.1.Statement.ManagedRuleGroupStatement.RuleActionOverrides`,
    [{ Name: 'NoUserAgent_HEADER', ActionToUse: { Count: {} } }],
    'web-firewall',
  ],
  [
    'Acl.Properties.Rules.0',
    { Name: 'All', Priority: 0, Statement: { SizeConstraintStatement: {} }, Action: { Allow: {} } },
    'web-firewall',
  ],
  [`Acl.Properties.Rules.3.Action`, { Allow: {} }, 'web-firewall'],
  [`Acl.Properties.Rules.3.Statement.RateBasedStatement.Limit`, 2_000_001, 'web-firewall'],
  ['AclLog.Properties.LoggingFilter', { DefaultBehavior: 'DROP', Filters: [] }, 'web-firewall'],
  [
    'Acl.Properties.Rules.4',
    { Name: 'Abroad', Statement: { GeoMatchStatement: { CountryCodes: ['US'] } }, Action: { Block: {} } },
    'public-access',
  ],
  [
    'Acl.Properties.Rules.4',
    { Name: 'Low', Statement: { RateBasedStatement: { Limit: 100 } }, Action: { Block: {} } },
    'public-access',
  ],
  ['Nat.Properties.ConnectivityType', 'private', 'fixed-ip'],
  ['DoorRoute', undefined, 'fixed-ip'],
  ['Egress.Properties.SecurityGroupEgress.0.FromPort', 444, 'fixed-ip'],
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
  [`${STATEMENTS}.4`, { Effect: 'Allow', Action: 'iam:PutRolePolicy', Resource: '*' }, 'safe-credentials'],
  ['Worker.Properties.Environment.Variables.CLAVE', { 'Fn::Sub': 'canary' }, 'safe-credentials'],
  ['Alarm.Properties.Metrics.0.MetricStat.Stat', 'Minimum', 'take-down-alarm'],
  ['Alarm.Properties.Metrics.0.MetricStat.Metric.Namespace', 'Other', 'take-down-alarm'],
  ['Alarm.Properties.AlarmActions.0', { Ref: 'Gone' }, 'take-down-alarm'],
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

  test('breaches all that rests on the pointer where one behavior does not read it', () => {
    expect(open(mutated(`${CONFIG}.CacheBehaviors.0.FunctionAssociations`, undefined))).toEqual([
      'latest-cut breached',
      'opening-gate breached',
      'take-down-notice breached',
    ]);
  });

  test('is undetermined in what is served where part of the readers are sent to a staging distribution', () => {
    expect(open(mutated(`${CONFIG}.ContinuousDeploymentPolicyId`, 'policy'))).toEqual([
      'unaltered-content undetermined',
    ]);
  });

  test('is undetermined where a managed group looks at some requests only', () => {
    const path = 'Acl.Properties.Rules.1.Statement.ManagedRuleGroupStatement.ScopeDownStatement';
    expect(open(mutated(path, { GeoMatchStatement: {} }))).toEqual(['web-firewall undetermined']);
  });

  test('does not take a staging distribution for the site', () => {
    expect(open(mutated(`${CONFIG}.Staging`, true))).toContain('unaltered-content breached');
  });

  test('has a mutation for every rule', () => {
    expect([...new Set(MUTATIONS.map(([, , rule]) => rule))].sort()).toEqual(IDS);
  });

  test('is undetermined, never met, where a condition may take a resource away', () => {
    expect(open(mutated('Acl.Condition', 'InProduction'))).toEqual([
      'public-access undetermined',
      'web-firewall undetermined',
    ]);
  });

  test('is undetermined in all where a nested stack may hide anything', () => {
    const nested = mutated('Nested', { Type: 'AWS::CloudFormation::Stack' });
    expect(open(nested)).toEqual(IDS.map((id) => `${id} undetermined`));
  });

  test('breaches everything that it needs where it is empty', () => {
    const empty = open([{ name: 'edge', template: { Resources: {} } }]);
    expect(empty).toEqual(IDS.map((id) => `${id} breached`));
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
