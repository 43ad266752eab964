import { collectCloudFormation, judge, type Verdict } from '../../../lib/compliance/index.js';
import { synthesize } from '../../../constructs/stacks/index.js';
import { examplePlan } from '../../support/example-plan.js';

interface Resource {
  Type: string;
  Properties: Record<string, unknown>;
  Metadata?: Record<string, unknown>;
  DeletionPolicy?: string;
}
interface Template {
  Resources: Record<string, Resource>;
}
type Mutation = (template: Template) => void;

const NOW = new Date('2027-05-01T00:00:00Z');
const plan = examplePlan();
const synthesized = JSON.stringify(synthesize({ plan, now: NOW })[0]?.template);

/** Verdicts on the example's template after one change. */
function verdictsAfter(mutate: Mutation): Verdict[] {
  const template = JSON.parse(synthesized) as Template;
  mutate(template);
  return judge({
    convocatoria: plan.convocatoria,
    facts: collectCloudFormation([{ name: plan.name, region: 'us-east-1', template }]),
    domain: plan.site.domain,
    waivers: [],
    scope: { delivery: 'pull' },
    today: '2027-05-01',
  });
}

const withStatus = (verdicts: readonly Verdict[], status: Verdict['status']): string[] =>
  verdicts.filter((verdict) => verdict.status === status).map(({ clause }) => clause.id);

/** The resources of a type whose definition holds a text; a mutation that finds none proves nothing. */
function find(template: Template, type: string, text = ''): [string, Resource][] {
  const found = Object.entries(template.Resources).filter(
    ([, resource]) => resource.Type === type && JSON.stringify(resource).includes(text),
  );
  if (found.length === 0) throw new Error(`the template has no ${type} with «${text}»`);
  return found;
}

const remove =
  (type: string, text?: string): Mutation =>
  (template) => {
    for (const [id] of find(template, type, text)) delete template.Resources[id];
  };

/** Sets (or, with `undefined`, deletes) what stands at a path in each resource found. */
const set =
  (type: string, path: readonly (string | number)[], value: unknown, text?: string): Mutation =>
  (template) => {
    for (const [, resource] of find(template, type, text)) {
      const parent = path.slice(0, -1).reduce<Record<string, unknown>>(
        (node, key) => {
          const next = node[key];
          if (typeof next !== 'object' || next === null)
            throw new Error(`${type} has nothing at ${path.join('.')}`);
          return next as Record<string, unknown>;
        },
        resource as unknown as Record<string, unknown>,
      );
      const last = String(path.at(-1));
      if (value === undefined) delete parent[last];
      else parent[last] = value;
    }
  };

const DISTRIBUTION = 'AWS::CloudFront::Distribution';
const SITE_BUCKET = 'WebsiteConfiguration';

/** Changes one setting of the worker in the function's variable. */
const setting =
  (change: (settings: { windows: { opensAt: string }[] }) => void): Mutation =>
  (template) => {
    for (const [, { Properties }] of find(template, 'AWS::Lambda::Function', 'DIFUSOR_SETTINGS')) {
      const variables = (Properties.Environment as { Variables: Record<string, string> }).Variables;
      const settings = JSON.parse(variables.DIFUSOR_SETTINGS ?? '') as { windows: { opensAt: string }[] };
      change(settings);
      variables.DIFUSOR_SETTINGS = JSON.stringify(settings);
    }
  };

const MUTATIONS: [name: string, clause: string, mutate: Mutation][] = [
  [
    'website hosting is switched off',
    'II.b',
    set('AWS::S3::Bucket', ['Properties', 'WebsiteConfiguration'], undefined, SITE_BUCKET),
  ],
  [
    'cuts expire after a week',
    'I.c.4',
    set(
      'AWS::S3::Bucket',
      ['Properties', 'LifecycleConfiguration', 'Rules', 0, 'ExpirationInDays'],
      7,
      SITE_BUCKET,
    ),
  ],
  [
    'origin access control is removed',
    'II.f.3',
    (template) => {
      remove('AWS::CloudFront::OriginAccessControl')(template);
      set(
        DISTRIBUTION,
        ['Properties', 'DistributionConfig', 'Origins', 0, 'OriginAccessControlId'],
        undefined,
      )(template);
    },
  ],
  [
    'the bucket stops blocking public access',
    'II.f.3',
    set(
      'AWS::S3::Bucket',
      ['Properties', 'PublicAccessBlockConfiguration', 'RestrictPublicBuckets'],
      false,
      SITE_BUCKET,
    ),
  ],
  [
    'the edge keeps objects for a minute',
    'II.c.1',
    set('AWS::CloudFront::CachePolicy', ['Properties', 'CachePolicyConfig', 'DefaultTTL'], 60),
  ],
  [
    'the edge keeps a 404 for ten seconds',
    'II.c.1',
    set(
      DISTRIBUTION,
      ['Properties', 'DistributionConfig', 'CustomErrorResponses', 2, 'ErrorCachingMinTTL'],
      10,
    ),
  ],
  [
    'the error TTLs are left at the default',
    'II.c.1',
    set(DISTRIBUTION, ['Properties', 'DistributionConfig', 'CustomErrorResponses'], undefined),
  ],
  [
    'the header of every path is removed',
    'II.c.2',
    set(
      'AWS::CloudFront::ResponseHeadersPolicy',
      ['Properties', 'ResponseHeadersPolicyConfig', 'CustomHeadersConfig'],
      undefined,
    ),
  ],
  [
    'the header has another value',
    'II.c.2',
    set(
      'AWS::CloudFront::ResponseHeadersPolicy',
      ['Properties', 'ResponseHeadersPolicyConfig', 'CustomHeadersConfig', 'Items', 0, 'Value'],
      'max-age=60',
    ),
  ],
  [
    'the header gives way to the origin’s',
    'II.c.2',
    set(
      'AWS::CloudFront::ResponseHeadersPolicy',
      ['Properties', 'ResponseHeadersPolicyConfig', 'CustomHeadersConfig', 'Items', 0, 'Override'],
      false,
    ),
  ],
  [
    'the firewall is detached',
    'II.f.2',
    set(DISTRIBUTION, ['Properties', 'DistributionConfig', 'WebACLId'], undefined),
  ],
  [
    'the firewall’s managed groups only count',
    'II.f.2',
    (template) => {
      for (const [, { Properties }] of find(template, 'AWS::WAFv2::WebACL')) {
        for (const rule of Properties.Rules as { OverrideAction?: object }[]) {
          if (rule.OverrideAction !== undefined) rule.OverrideAction = { Count: {} };
        }
      }
    },
  ],
  ['the firewall stops logging', 'II.f.2', remove('AWS::WAFv2::LoggingConfiguration')],
  ['the access logs are not delivered', 'V.a.2.1', remove('AWS::Logs::Delivery')],
  [
    'the access logs expire after a week',
    'V.a.2.1',
    set(
      'AWS::S3::Bucket',
      ['Properties', 'LifecycleConfiguration', 'Rules', 0, 'ExpirationInDays'],
      7,
      'expire-logs',
    ),
  ],
  [
    'the certificate is removed',
    'II.e',
    set(DISTRIBUTION, ['Properties', 'DistributionConfig', 'ViewerCertificate'], undefined),
  ],
  [
    'old TLS is let in',
    'II.e',
    set(
      DISTRIBUTION,
      ['Properties', 'DistributionConfig', 'ViewerCertificate', 'MinimumProtocolVersion'],
      'TLSv1.1_2016',
    ),
  ],
  [
    'plain HTTP is let in',
    'II.e',
    set(
      DISTRIBUTION,
      ['Properties', 'DistributionConfig', 'DefaultCacheBehavior', 'ViewerProtocolPolicy'],
      'allow-all',
    ),
  ],
  [
    'the fixed IP is removed',
    'II.a',
    (template) => {
      remove('AWS::EC2::EIP')(template);
      set('AWS::EC2::NatGateway', ['Properties', 'AllocationId'], undefined)(template);
    },
  ],
  ['the fixed IP goes with the stack', 'II.a', set('AWS::EC2::EIP', ['DeletionPolicy'], 'Delete')],
  [
    'the worker leaves the network of the fixed IP',
    'II.a',
    set('AWS::Lambda::Function', ['Properties', 'VpcConfig'], undefined, 'DIFUSOR_SETTINGS'),
  ],
  [
    'the secret is removed',
    'II.d',
    (template) => {
      remove('AWS::SecretsManager::Secret')(template);
      set(
        'AWS::Lambda::Function',
        ['Properties', 'Environment', 'Variables', 'SECRET_ARN'],
        undefined,
        'DIFUSOR_SETTINGS',
      )(template);
    },
  ],
  [
    'a credential stands in a variable',
    'II.d',
    set(
      'AWS::Lambda::Function',
      ['Properties', 'Environment', 'Variables', 'PASSWORD'],
      'hunter2-hunter2',
      'DIFUSOR_SETTINGS',
    ),
  ],
  [
    'the schedule ends two hours early',
    'I.c.3',
    set('AWS::Scheduler::Schedule', ['Properties', 'EndDate'], '2027-06-08T01:00:00.000Z', 'election'),
  ],
  [
    'the schedule starts late',
    'I.c.3',
    set('AWS::Scheduler::Schedule', ['Properties', 'StartDate'], '2027-06-07T04:00:00.000Z', 'election'),
  ],
  [
    'the worker starts every half hour',
    'I.d',
    set('AWS::Scheduler::Schedule', ['Properties', 'ScheduleExpression'], 'cron(0/30 * * * ? *)', 'election'),
  ],
  ['a rehearsal has no schedule', 'I.n.1.1', remove('AWS::Scheduler::Schedule', '"StartDate":"2027-05-24')],
  ['Shield is not stated', 'II.f.1', set(DISTRIBUTION, ['Metadata', 'difusor:shield'], undefined)],
  [
    'Shield is stated as Advanced and protects nothing',
    'II.f.1',
    set(DISTRIBUTION, ['Metadata', 'difusor:shield'], 'advanced'),
  ],
  [
    'the worker opens a minute early',
    'I.c.1',
    setting(({ windows }) => {
      for (const window of windows) {
        if (window.opensAt === plan.convocatoria.opening.at) window.opensAt = '2027-06-06T19:59:00-07:00';
      }
    }),
  ],
  [
    'two workers may run at once',
    'I.f.1',
    set(
      'AWS::Lambda::Function',
      ['Properties', 'ReservedConcurrentExecutions'],
      undefined,
      'DIFUSOR_SETTINGS',
    ),
  ],
  [
    'a function may change bodies',
    'I.b',
    set(
      DISTRIBUTION,
      ['Properties', 'DistributionConfig', 'DefaultCacheBehavior', 'LambdaFunctionAssociations'],
      [
        {
          EventType: 'origin-response',
          LambdaFunctionARN: 'arn:aws:lambda:us-east-1:111122223333:function:x:1',
        },
      ],
    ),
  ],
  [
    'only some countries may read',
    'I.e',
    set(DISTRIBUTION, ['Properties', 'DistributionConfig', 'Restrictions'], {
      GeoRestriction: { RestrictionType: 'whitelist', Locations: ['MX'] },
    }),
  ],
  [
    'no alarm rings before the limit',
    'IV-2.b.4.2',
    set('AWS::CloudWatch::Alarm', ['Properties', 'Threshold'], 3600, 'CutAgeSeconds'),
  ],
];

describe('the example, weakened one thing at a time', () => {
  it('meets every clause that a template can prove before anything is weakened', () => {
    const verdicts = verdictsAfter(() => undefined);
    expect(withStatus(verdicts, 'breached')).toEqual([]);
    expect(withStatus(verdicts, 'undetermined')).toEqual([]);
    const provable = verdicts.filter(
      ({ clause }) => clause.kind === 'template' && clause.bearer === 'difusor',
    );
    expect(provable.length).toBeGreaterThanOrEqual(16);
    expect(new Set(provable.map(({ status }) => status))).toEqual(new Set(['met']));
  });

  test.each(MUTATIONS)('%s: breaches %s and nothing else', (_name, clause, mutate) => {
    const verdicts = verdictsAfter(mutate);
    expect({
      breached: withStatus(verdicts, 'breached'),
      undetermined: withStatus(verdicts, 'undetermined'),
    }).toEqual({
      breached: [clause],
      undetermined: [],
    });
  });
});
