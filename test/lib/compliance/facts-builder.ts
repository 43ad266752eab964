import type {
  AlarmFact,
  BehaviorFact,
  BucketFact,
  DistributionFact,
  Facts,
  FirewallFact,
  ScheduleFact,
  WorkerFact,
} from '../../../lib/compliance/facts.js';
import type { WorkerSettings } from '../../../lib/worker-settings.js';

/** A value that only a deploy resolves. */
export const HOLE = { unresolved: 'Fn::If' } as const;

/** Facts that meet every rule for the made-up call of `call-builder`; a test replaces what it weakens. */
export function facts(overrides: Partial<Facts> = {}): Facts {
  return {
    buckets: [siteBucket(), archiveBucket()],
    distributions: [distribution()],
    firewalls: [firewall()],
    shield: { stated: [{ resource: 'edge/Cdn', tier: 'standard' }], protections: [] },
    certificates: [{ resource: 'edge/Cert', domains: ['prep.example.org'], region: 'us-east-1' }],
    workers: [worker()],
    schedules: [schedule(), rehearsal()],
    secrets: [{ resource: 'site/Secret', kind: 'secrets-manager' }],
    alarms: [alarm()],
    hosts: [],
    webServers: [],
    ingests: [],
    containers: [],
    frames: [],
    literalSecrets: [],
    gaps: [],
    ...overrides,
  };
}

export function siteBucket(overrides: Partial<BucketFact> = {}): BucketFact {
  return {
    resource: 'site/Bucket',
    website: { indexDocument: 'index.html' },
    publicAccessBlocked: true,
    readers: [{ resource: 'site/BucketPolicy', kind: 'cloudfront', distribution: 'edge/Cdn' }],
    writers: [],
    versioned: true,
    expiration: [],
    noncurrentExpiration: [],
    retainedOnDelete: true,
    ...overrides,
  };
}

export function archiveBucket(overrides: Partial<BucketFact> = {}): BucketFact {
  return siteBucket({ resource: 'site/Archive', website: undefined, readers: [], ...overrides });
}

export function distribution(overrides: Partial<DistributionFact> = {}): DistributionFact {
  return {
    resource: 'edge/Cdn',
    aliases: ['prep.example.org'],
    certificate: 'edge/Cert',
    minimumTls: 'TLSv1.2_2021',
    origins: [{ id: 'site', kind: 's3', bucket: 'site/Bucket', originAccessControl: true }],
    behaviors: [behavior()],
    errorTtls: [403, 404, 500, 502, 503, 504].map((status) => ({ status, seconds: 0 })),
    firewall: 'edge/Acl',
    accessLogs: [{ resource: 'edge/Delivery', destination: 'edge/Logs', retentionDays: undefined }],
    geoRestricted: false,
    declaredEdgeCache: 'revalidate',
    ...overrides,
  };
}

export function behavior(overrides: Partial<BehaviorFact> = {}): BehaviorFact {
  return {
    path: '*',
    originIds: ['site'],
    ttl: { min: 0, default: 0, max: 1 },
    viewerProtocol: 'redirect-to-https',
    signedUrls: false,
    responseHeaders: [{ name: 'Cache-Control', value: 'no-cache', override: true }],
    functions: [
      {
        event: 'viewer-request',
        kind: 'cloudfront-function',
        resource: 'edge/Function',
        keyValueStores: ['edge/Store'],
      },
    ],
    ...overrides,
  };
}

export function firewall(overrides: Partial<FirewallFact> = {}): FirewallFact {
  const names = ['AmazonIpReputationList', 'CommonRuleSet', 'KnownBadInputsRuleSet'];
  return {
    resource: 'edge/Acl',
    scope: 'CLOUDFRONT',
    defaultAction: 'allow',
    managedGroups: names.map((name) => ({ name: `AWSManagedRules${name}`, mode: 'enforced' })),
    rateRules: [{ limit: 20_000, action: 'count' }],
    logging: ['edge/AclLog'],
    ...overrides,
  };
}

export function worker(overrides: Partial<WorkerFact> = {}): WorkerFact {
  return {
    resource: 'site/Worker',
    settings: settings(),
    egress: [{ kind: 'elastic-ip', resource: 'site/Eip', retainedOnDelete: true }],
    reservedConcurrency: 1,
    secrets: ['site/Secret'],
    siteBucket: 'site/Bucket',
    keyValueStores: ['edge/Store'],
    grants: [
      { resource: 'site/Policy', action: 'secretsmanager:GetSecretValue', target: 'site/Secret' },
      { resource: 'site/Policy', action: 'cloudfront-keyvaluestore:PutKey', target: 'edge/Store' },
      { resource: 'site/Policy', action: 's3:PutObject', target: 'site/Bucket' },
      { resource: 'site/Policy', action: 's3:PutObject', target: 'site/Archive' },
    ],
    ...overrides,
  };
}

export function settings(overrides: Partial<WorkerSettings> = {}): WorkerSettings {
  return {
    convocatoria: 'ficticia-2030',
    zone: 'America/Mazatlan',
    cadenceMinutes: 20,
    takeDownMinutes: 45,
    windows: [
      {
        id: 'election',
        kind: 'election',
        from: '2030-06-02T19:00:00-07:00',
        opensAt: '2030-06-02T20:00:00-07:00',
        until: '2030-06-03T22:00:00-07:00',
      },
      {
        id: 'rehearsal-1',
        kind: 'rehearsal',
        from: '2030-05-19T08:00:00-07:00',
        opensAt: '2030-05-19T09:00:00-07:00',
        until: '2030-05-19T20:00:00-07:00',
      },
    ],
    source: { kind: 'https', host: 'prep.example.net', port: 443, path: '/prep.zip', auth: 'basic' },
    package: { cutTime: { from: 'arrival' }, maxBytes: 1_000_000 },
    cacheControl: [],
    ...overrides,
  };
}

export function schedule(overrides: Partial<ScheduleFact> = {}): ScheduleFact {
  return {
    resource: 'site/Election',
    enabled: true,
    zone: 'America/Mazatlan',
    everyMinutes: 1,
    from: '2030-06-03T02:00:00.000Z',
    until: '2030-06-04T05:00:00.000Z',
    target: 'site/Worker',
    ...overrides,
  };
}

export function rehearsal(overrides: Partial<ScheduleFact> = {}): ScheduleFact {
  const from = '2030-05-19T15:00:00.000Z';
  return schedule({ resource: 'site/Rehearsal', from, until: '2030-05-20T03:00:00.000Z', ...overrides });
}

export function alarm(overrides: Partial<AlarmFact> = {}): AlarmFact {
  return {
    resource: 'site/Alarm',
    metrics: ['CutAgeSeconds'],
    above: true,
    threshold: 2400,
    delaySeconds: 60,
    notifies: true,
    series: { namespace: 'Difusor', dimensions: ['Site'], statistic: 'Maximum', unit: undefined },
    unheardTopics: [],
    ...overrides,
  };
}
