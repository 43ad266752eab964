import {
  isUnresolved,
  type BucketFact,
  type ExpirationFact,
  type Fact,
  type ReaderFact,
} from '../../facts.js';
import type { Assembly, Resource } from './assembly.js';
import type { TemplateValue } from './template-value.js';

const BLOCKS = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];
const READS = /^(?:\*|s3:\*|s3:Get\*|s3:GetObject\*?)$/i;

/** Every bucket, and who its policy lets read. */
export function collectBuckets(assembly: Assembly): BucketFact[] {
  reportStrayPolicies(assembly);
  return assembly.ofType('AWS::S3::Bucket').map((bucket) => ({
    resource: bucket.id,
    website: readWebsite(bucket),
    publicAccessBlocked: allOn(
      BLOCKS.map((name) => bucket.properties.get('PublicAccessBlockConfiguration', name).flag() ?? false),
    ),
    readers: [...aclReaders(bucket), ...policyReaders(bucket, assembly)],
    versioned: isStatus(bucket.properties.get('VersioningConfiguration', 'Status').text(), 'Enabled'),
    expiration: readExpiration(bucket),
    retainedOnDelete: bucket.retainedOnDelete,
  }));
}

/** Resource id of the bucket that a value names: by reference, or by the bucket's literal name. */
export function bucketOf(value: TemplateValue, assembly: Assembly): Fact<string> | undefined {
  const reference = value.reference();
  if (typeof reference !== 'string' || assembly.find(reference, 'AWS::S3::Bucket')) return reference;
  const name = /^arn:[\w-]+:s3:::([^/*]+)/.exec(reference)?.[1] ?? /^(.+?)\.s3[.-]/.exec(reference)?.[1];
  const named = assembly.ofType('AWS::S3::Bucket').filter(({ properties }) => {
    return name !== undefined && properties.get('BucketName').text() === name;
  });
  return named[0]?.id ?? reference;
}

/** A policy that may be any bucket's may open any bucket. */
function reportStrayPolicies(assembly: Assembly): void {
  for (const { id, properties } of assembly.ofType('AWS::S3::BucketPolicy')) {
    const bucket = bucketOf(properties.get('Bucket'), assembly);
    if (isUnresolved(bucket)) assembly.addGap({ area: 'buckets', resource: id, reason: bucket.unresolved });
  }
}

function readWebsite({ properties }: Resource): BucketFact['website'] {
  const website = properties.get('WebsiteConfiguration');
  return website.isAbsent ? undefined : { indexDocument: website.get('IndexDocument').text() };
}

function aclReaders({ id, properties }: Resource): ReaderFact[] {
  const acl = properties.get('AccessControl').text();
  const open = typeof acl === 'string' && acl.startsWith('PublicRead');
  return open ? [{ resource: id, kind: 'public', distribution: undefined }] : [];
}

function policyReaders(bucket: Resource, assembly: Assembly): ReaderFact[] {
  return assembly
    .ofType('AWS::S3::BucketPolicy')
    .filter((policy) => bucketOf(policy.properties.get('Bucket'), assembly) === bucket.id)
    .flatMap((policy) =>
      policy.properties
        .get('PolicyDocument', 'Statement')
        .items()
        .filter(letsRead)
        .flatMap((statement) => statementReaders(policy.id, statement)),
    );
}

function letsRead(statement: TemplateValue): boolean {
  const actions = statement.get('Action').items();
  return (
    statement.get('Effect').text() === 'Allow' &&
    (actions.length === 0 ||
      actions.some((action) => READS.test(action.pattern()) || action.pattern().includes('${')))
  );
}

function statementReaders(resource: string, statement: TemplateValue): ReaderFact[] {
  const condition = statement.get('Condition');
  if (!statement.get('NotPrincipal').isAbsent) return [{ resource, kind: 'public', distribution: undefined }];
  return principalsOf(statement.get('Principal')).map(({ kind, value }): ReaderFact => {
    if (kind === 'Service' && value.pattern() === 'cloudfront.amazonaws.com') {
      return { resource, kind: 'cloudfront', distribution: sourceOf(condition) };
    }
    const anyone = value.pattern() === '*' && condition.isAbsent;
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

function allOn(flags: readonly Fact<boolean>[]): Fact<boolean> {
  if (flags.includes(false)) return false;
  return flags.find((flag) => flag !== true) ?? true;
}

function isStatus(status: Fact<string> | undefined, wanted: string): Fact<boolean> {
  return typeof status === 'object' ? status : status === wanted;
}
