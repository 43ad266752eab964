import {
  isUnresolved,
  type BucketFact,
  type ExpirationFact,
  type Fact,
  type ReaderFact,
} from '../../facts.js';
import type { Assembly, Resource } from './assembly.js';
import { concerns } from './policy-statement.js';
import type { TemplateValue } from './template-value.js';
import { workerRoles } from './worker-roles.js';

const BLOCKS = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];
const READS = ['s3:GetObject', 's3:GetObjectVersion'];
/** Anything that changes what is served, or who may change it. */
const WRITES = ['s3:Put*', 's3:Delete*', 's3:Replicate*', 's3:Restore*', 's3:BypassGovernanceRetention'];

const LOG_DELIVERY = ['logging.s3.amazonaws.com', 'delivery.logs.amazonaws.com'];

/** Every bucket, and who its policy lets read or change it. */
export function collectBuckets(assembly: Assembly): BucketFact[] {
  const policies = policiesByBucket(assembly);
  const readersOf = (bucket: Resource, actions: readonly string[]): ReaderFact[] =>
    (policies.get(bucket.id) ?? []).flatMap((policy) => letIn(policy, actions, assembly));
  return assembly.ofType('AWS::S3::Bucket').map((bucket) => ({
    resource: bucket.id,
    website: readWebsite(bucket),
    publicAccessBlocked: allOn(
      BLOCKS.map((name) => bucket.properties.get('PublicAccessBlockConfiguration', name).flag() ?? false),
    ),
    readers: [...aclReaders(bucket, assembly), ...readersOf(bucket, READS)],
    writers: readersOf(bucket, WRITES),
    versioned: isStatus(bucket.properties.get('VersioningConfiguration', 'Status').text(), 'Enabled'),
    expiration: readExpiration(bucket),
    noncurrentExpiration: readNoncurrentExpiration(bucket),
    retainedOnDelete: bucket.retainedOnDelete,
  }));
}

/** Resource id of the bucket that a value names: by reference, or by the bucket's literal name. */
export function bucketOf(value: TemplateValue, assembly: Assembly): Fact<string> | undefined {
  const reference = value.reference();
  if (typeof reference !== 'string' || assembly.find(reference, 'AWS::S3::Bucket')) return reference;
  const name =
    /^arn:[\w-]+:s3:::([^/*]+)/.exec(reference)?.[1] ?? /^([^/:]{3,255}?)\.s3[.-]/.exec(reference)?.[1];
  return name === undefined ? reference : (bucketsByName(assembly).get(name) ?? reference);
}

const NAMES = new WeakMap<Assembly, ReadonlyMap<string, string>>();

/** Ids of the buckets by their literal name, read once for each assembly. */
function bucketsByName(assembly: Assembly): ReadonlyMap<string, string> {
  const known = NAMES.get(assembly);
  if (known !== undefined) return known;
  const names = assembly.ofType('AWS::S3::Bucket').flatMap(({ id, properties }) => {
    const name = properties.get('BucketName').text();
    return typeof name === 'string' ? [[name, id] as const] : [];
  });
  const byName = new Map(names);
  NAMES.set(assembly, byName);
  return byName;
}

/** A policy that may be any bucket's may open any bucket. */
function policiesByBucket(assembly: Assembly): ReadonlyMap<string, readonly Resource[]> {
  const policies = new Map<string, Resource[]>();
  for (const policy of assembly.ofType('AWS::S3::BucketPolicy')) {
    const bucket = policyTarget(policy, assembly);
    if (isUnresolved(bucket)) {
      assembly.addGap({ area: 'buckets', resource: policy.id, reason: bucket.unresolved });
    } else if (bucket !== undefined) {
      policies.set(bucket, [...(policies.get(bucket) ?? []), policy]);
    }
  }
  return policies;
}

/** A bucket policy names its bucket by reference, or by its bare name. */
function policyTarget({ properties }: Resource, assembly: Assembly): Fact<string> | undefined {
  const bucket = bucketOf(properties.get('Bucket'), assembly);
  return typeof bucket === 'string' ? (bucketsByName(assembly).get(bucket) ?? bucket) : bucket;
}

function readWebsite({ properties }: Resource): BucketFact['website'] {
  const website = properties.get('WebsiteConfiguration');
  return website.isAbsent ? undefined : { indexDocument: website.get('IndexDocument').text() };
}

function aclReaders({ id, properties }: Resource, assembly: Assembly): ReaderFact[] {
  const acl = properties.get('AccessControl').text();
  if (isUnresolved(acl)) assembly.addGap({ area: 'buckets', resource: id, reason: acl.unresolved });
  const open = typeof acl === 'string' && /^(?:PublicRead|AuthenticatedRead)/.test(acl);
  return open ? [{ resource: id, kind: 'public', distribution: undefined }] : [];
}

/** Whom a policy lets do one of the actions. */
function letIn(policy: Resource, wanted: readonly string[], assembly: Assembly): ReaderFact[] {
  return policy.properties
    .get('PolicyDocument', 'Statement')
    .items()
    .filter((statement) => concerns(statement, wanted))
    .flatMap((statement) => {
      const effect = statement.get('Effect').text();
      if (effect === 'Allow') return principalsIn(policy.id, statement, assembly);
      if (effect !== 'Deny') assembly.addGap({ area: 'buckets', resource: policy.id, reason: 'Effect' });
      return [];
    });
}

function principalsIn(resource: string, statement: TemplateValue, assembly: Assembly): ReaderFact[] {
  const condition = statement.get('Condition');
  if (!statement.get('NotPrincipal').isAbsent) return [{ resource, kind: 'public', distribution: undefined }];
  return principalsOf(statement.get('Principal')).map(({ kind, value }): ReaderFact => {
    const who = value.pattern();
    if (kind === 'Service' && who === 'cloudfront.amazonaws.com') {
      return { resource, kind: 'cloudfront', distribution: sourceOf(condition) };
    }
    if (kind === 'Service' && LOG_DELIVERY.includes(who)) {
      return { resource, kind: 'log-delivery', distribution: undefined };
    }
    if (kind === 'AWS' && workerRoles(assembly).has(value.reference())) {
      return { resource, kind: 'worker', distribution: undefined };
    }
    const anyone = who === '*' && condition.isAbsent;
    return { resource, kind: anyone ? 'public' : 'other', distribution: undefined };
  });
}

function principalsOf(principal: TemplateValue): { kind: string; value: TemplateValue }[] {
  if (principal.text() === '*') return [{ kind: 'AWS', value: principal }];
  return principal.entries().flatMap(([kind, value]) => value.items().map((item) => ({ kind, value: item })));
}

function sourceOf(condition: TemplateValue): Fact<string> | undefined {
  return condition
    .entries()
    .filter(([operator]) => /^(?:StringEquals|ArnEquals|StringLike|ArnLike)$/.test(operator))
    .flatMap(([, keys]) => keys.entries())
    .find(([key]) => key.toLowerCase() === 'aws:sourcearn')?.[1]
    .reference();
}

function readExpiration({ properties }: Resource): ExpirationFact[] {
  return properties
    .get('LifecycleConfiguration', 'Rules')
    .items()
    .filter((rule) => rule.get('Status').text() !== 'Disabled')
    .flatMap((rule) => {
      const prefix = rule.get('Prefix').text() ?? '';
      const days = rule.get('ExpirationInDays').number();
      if (days !== undefined) return [{ prefix, days }];
      const date = rule.get('ExpirationDate');
      return date.isAbsent ? [] : [{ prefix, days: { unresolved: `ExpirationDate: ${date.pattern()}` } }];
    });
}

function readNoncurrentExpiration({ properties }: Resource): Fact<number>[] {
  return properties
    .get('LifecycleConfiguration', 'Rules')
    .items()
    .filter((rule) => rule.get('Status').text() !== 'Disabled')
    .flatMap((rule) => [
      rule.get('NoncurrentVersionExpiration', 'NoncurrentDays').number(),
      rule.get('NoncurrentVersionExpirationInDays').number(),
    ])
    .filter((days) => days !== undefined);
}

function allOn(flags: readonly Fact<boolean>[]): Fact<boolean> {
  if (flags.includes(false)) return false;
  return flags.find((flag) => flag !== true) ?? true;
}

function isStatus(status: Fact<string> | undefined, wanted: string): Fact<boolean> {
  return typeof status === 'object' ? status : status === wanted;
}
