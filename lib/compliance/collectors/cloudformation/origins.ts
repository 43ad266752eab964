import { isUnresolved, type Fact, type OriginFact } from '../../facts.js';
import type { Assembly } from './assembly.js';
import { bucketOf } from './buckets.js';
import type { TemplateValue } from './template-value.js';

/** Where a distribution fetches what it serves. */
export function readOrigins(config: TemplateValue, assembly: Assembly): OriginFact[] {
  return config
    .get('Origins')
    .items()
    .map((origin) => {
      const kind = kindOf(origin);
      return {
        id: origin.get('Id').pattern(),
        kind,
        bucket: kind === 'other' ? undefined : bucketBehind(origin, assembly),
        originAccessControl: isSigned(origin, assembly),
        path: folderOf(origin),
      };
    });
}

/** Ids of a target: the origin's own, or those of the members of its group. */
export function originIdsOf(target: TemplateValue, config: TemplateValue): string[] {
  const id = target.pattern();
  const group = config
    .get('OriginGroups', 'Items')
    .items()
    .find((candidate) => candidate.get('Id').pattern() === id);
  if (group === undefined) return [id];
  return group
    .get('Members', 'Items')
    .items()
    .map((member) => member.get('OriginId').pattern());
}

function kindOf(origin: TemplateValue): OriginFact['kind'] {
  if (!origin.get('S3OriginConfig').isAbsent) return 's3';
  const domain = origin.get('DomainName');
  return domain.attribute() === 'WebsiteURL' || /\.s3-website[.-]/.test(domain.pattern())
    ? 's3-website'
    : 'other';
}

function folderOf(origin: TemplateValue): Fact<string> | undefined {
  const path = origin.get('OriginPath').text();
  return path === '' ? undefined : path;
}

function bucketBehind(origin: TemplateValue, assembly: Assembly): Fact<string> | undefined {
  const bucket = bucketOf(origin.get('DomainName'), assembly);
  return bucket === undefined ? undefined : ownOrUnresolved(bucket, assembly);
}

/** An access control that signs only at times lets unsigned requests through. */
function isSigned(origin: TemplateValue, assembly: Assembly): Fact<boolean> {
  const reference = origin.get('OriginAccessControlId').reference();
  if (reference === undefined || reference === '') return false;
  const control = assembly.find(reference, 'AWS::CloudFront::OriginAccessControl');
  if (control === undefined) {
    const named = ownOrUnresolved(reference, assembly);
    return isUnresolved(named) ? named : false;
  }
  const config = control.properties.get('OriginAccessControlConfig');
  const behavior = config.get('SigningBehavior').text();
  return typeof behavior === 'object' ? behavior : behavior === 'always';
}

/** What lies outside the templates can't be looked at; what they name and lack is missing, and stays named. */
export function ownOrUnresolved(reference: Fact<string>, assembly: Assembly): Fact<string> {
  return typeof reference === 'object' || assembly.owns(reference) ? reference : { unresolved: reference };
}
