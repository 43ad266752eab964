import { AwsRefusal } from './aws-refusal.js';
import type { Json, JsonObject } from './json.js';
import type { DeletionPolicy } from './template.js';

/** A resource that exists in the account, whether or not a stack still holds it. */
export interface ExistingResource {
  readonly type: string;
  readonly logicalId: string;
  readonly stackName: string;
  readonly region: string;
  /** What Ref gives. */
  readonly physicalId: string;
  /** Tells it from every other resource of its type. */
  readonly identity: string;
  /** Resolved: no intrinsic function is left. */
  readonly properties: JsonObject;
  readonly attributes: Readonly<Record<string, Json>>;
  readonly metadata: Json | undefined;
  readonly deletionPolicy: DeletionPolicy;
  readonly updateReplacePolicy: DeletionPolicy;
}

/** Services whose names are one space for all regions. */
const GLOBAL_TYPES = /^AWS::(IAM|CloudFront|Route53|Shield)::|^AWS::S3::Bucket$/;

/** Everything that exists in the account: the one truth behind stacks, buckets, roles and parameters. */
export class Inventory {
  private readonly resources = new Map<string, ExistingResource>();
  private readonly orphans = new Set<string>();

  /** @throws AwsRefusal `AlreadyExists` when a resource of the type has the same name already */
  add(resource: ExistingResource): void {
    const key = keyOf(resource);
    if (this.resources.has(key)) {
      throw new AwsRefusal(
        'AlreadyExists',
        `Resource of type '${resource.type}' with identifier '${resource.identity}' already exists.` +
          ' (RequestToken: stand-in, HandlerErrorCode: AlreadyExists)',
      );
    }
    this.resources.set(key, resource);
  }

  /** Puts new properties in the place of a resource that stays the same one. */
  update(resource: ExistingResource): void {
    this.resources.set(keyOf(resource), resource);
  }

  remove(resource: ExistingResource): void {
    this.resources.delete(keyOf(resource));
  }

  /** Leaves a resource in the account without a stack, as a retention policy asks. */
  orphan(resource: ExistingResource): void {
    this.orphans.add(keyOf(resource));
  }

  /** The resources that no stack holds any more, in the order in which they were left. */
  retained(): ExistingResource[] {
    return [...this.orphans]
      .map((key) => this.resources.get(key))
      .filter((resource) => resource !== undefined);
  }

  find(type: string, matches: (resource: ExistingResource) => boolean): ExistingResource | undefined {
    return [...this.resources.values()].find((resource) => resource.type === type && matches(resource));
  }
}

function keyOf(resource: ExistingResource): string {
  const scope = GLOBAL_TYPES.test(resource.type) ? 'global' : resource.region;
  return [resource.type, scope, resource.identity].join(' ');
}
