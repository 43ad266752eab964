import { createHash } from 'node:crypto';

/** What makes one resource's made-up ids its own: nothing random, so that a run repeats itself. */
export interface ResourceOrigin {
  readonly account: string;
  readonly region: string;
  readonly stackName: string;
  readonly logicalId: string;
  /** Counts the resources that the account ever made: a replacement gets new ids. */
  readonly serial: number;
}

/** Hexadecimal digits that belong to one resource and one purpose, 64 of them. */
export function digestOf(origin: ResourceOrigin, purpose: string): string {
  const seed = [
    origin.account,
    origin.region,
    origin.stackName,
    origin.logicalId,
    origin.serial,
    purpose,
  ].join('/');
  return createHash('sha256').update(seed).digest('hex');
}

/** The name that CloudFormation gives where the template gives none: stack, logical id and a suffix, ≤ 63 letters. */
export function generatedName(origin: ResourceOrigin, type: string): string {
  const suffix = digestOf(origin, 'name').slice(0, 12);
  const name = `${origin.stackName.slice(0, 24)}-${origin.logicalId.slice(0, 24)}-${suffix.toUpperCase()}`;
  return type === 'AWS::S3::Bucket' ? name.toLowerCase() : name;
}

/** An id in the form of the services: `vpc-0…` for EC2, a UUID elsewhere. */
export function generatedId(origin: ResourceOrigin, type: string, purpose: string): string {
  const [, service, resource = ''] = type.split('::');
  const digits = digestOf(origin, purpose);
  return service === 'EC2' ? `${resource.toLowerCase()}-0${digits.slice(0, 16)}` : uuidOf(digits);
}

/** The UUID of a stack or a change set, from what tells it from others. */
export function generatedUuid(...seed: readonly (string | number)[]): string {
  return uuidOf(createHash('sha256').update(seed.join('/')).digest('hex'));
}

function uuidOf(digits: string): string {
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20, 32),
  ].join('-');
}
