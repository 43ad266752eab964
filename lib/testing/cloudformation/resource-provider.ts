import { AwsRefusal, validationError } from './aws-refusal.js';
import type { ExistingResource, Inventory } from './inventory.js';
import { sameJson, type Json, type JsonObject } from './json.js';
import type { ObjectStore } from './object-store.js';
import { checkProperties } from './property-check.js';
import { describeResource, type DescribedResource } from './resource-attributes.js';
import { generatedName, type ResourceOrigin } from './resource-naming.js';
import type { ResourceSpecs } from './resource-spec.js';
import { SERVICE_CHECKS } from './service-checks/index.js';
import type { ResourceTemplate } from './template.js';

/** Types whose attributes only the user's own code knows. */
const CUSTOM_TYPE = /^(Custom::|AWS::CloudFormation::CustomResource$)/;
/** Types that AWS takes but does not publish. */
const UNPUBLISHED_TYPES = new Set(['AWS::CDK::Metadata']);

/** What a stack asks of the services for one resource. */
export interface ResourceRequest {
  readonly stackName: string;
  readonly region: string;
  readonly logicalId: string;
  readonly template: ResourceTemplate;
  /** Resolved properties. */
  readonly properties: JsonObject;
}

export interface ProviderWorld {
  readonly account: string;
  readonly specs: ResourceSpecs;
  readonly inventory: Inventory;
  readonly objects: ObjectStore;
  /** Types that fail when asked to. */
  readonly failingTypes: ReadonlySet<string>;
  /** The instant that the services take for now. */
  now(): Date;
}

/** Plays the services: makes, changes and removes resources, and refuses what they would refuse. */
export class ResourceProvider {
  private made = 0;

  constructor(private readonly world: ProviderWorld) {}

  /** Whether CloudFormation would hand out resources of the type at all. */
  knows(type: string): boolean {
    return CUSTOM_TYPE.test(type) || UNPUBLISHED_TYPES.has(type) || this.world.specs.find(type) !== undefined;
  }

  /** @throws AwsRefusal when a check of the type, of the service or of the names refuses it */
  create(request: ResourceRequest): ExistingResource {
    this.check(request);
    const described = this.describe(request, {
      ...request,
      account: this.world.account,
      serial: (this.made += 1),
    });
    const resource = existing(request, described);
    this.world.inventory.add(resource);
    return resource;
  }

  /** Changes a resource in place: its ids stay. @throws AwsRefusal as {@link create} */
  update(current: ExistingResource, request: ResourceRequest): ExistingResource {
    this.check(request);
    const resource = existing(request, {
      ...current,
      attributes: { ...current.attributes, ...givenAttributes(current, request) },
    });
    this.world.inventory.update(resource);
    return resource;
  }

  /** Takes over what the template says of a resource beside its properties. */
  relabel(current: ExistingResource, template: ResourceTemplate): ExistingResource {
    const resource = { ...current, ...labelsOf(template) };
    this.world.inventory.update(resource);
    return resource;
  }

  /** Whether a property of a type cannot change in place, so that the resource is made anew. */
  replacedBy(type: string, property: string): boolean {
    return this.world.specs.find(type)?.properties[property]?.causesReplacement === 'yes';
  }

  /** @throws AwsRefusal for a bucket that still holds objects */
  delete(resource: ExistingResource): void {
    if (resource.type === 'AWS::S3::Bucket' && this.world.objects.list(resource.physicalId, '').length > 0) {
      throw new AwsRefusal(
        'BucketNotEmpty',
        'The bucket you tried to delete is not empty (Service: S3, Status Code: 409)',
      );
    }
    this.world.inventory.remove(resource);
  }

  /** The value of an attribute. @throws AwsRefusal `ValidationError` for one that the type does not have */
  attribute(resource: ExistingResource, name: string): Json {
    const value = resource.attributes[name];
    if (value !== undefined) return value;
    if (CUSTOM_TYPE.test(resource.type)) return `${resource.physicalId}/${name}`;
    throw validationError(
      `Template error: resource ${resource.logicalId} does not support attribute type ${name} in Fn::GetAtt`,
    );
  }

  private check({ logicalId, region, template, properties }: ResourceRequest): void {
    const { specs, inventory, objects, failingTypes } = this.world;
    if (failingTypes.has(template.Type)) {
      throw new AwsRefusal('GeneralServiceException', `The stand-in was told to fail ${template.Type}`);
    }
    const spec = specs.find(template.Type);
    const faults = spec === undefined ? [] : checkProperties(spec, properties, specs);
    if (faults.length > 0) {
      throw validationError(
        `Properties validation failed for resource ${logicalId} with message:\n${faults.join('\n')}`,
      );
    }
    SERVICE_CHECKS[template.Type]?.({ region, properties, inventory, objects, now: this.world.now() });
  }

  private describe(request: ResourceRequest, origin: ResourceOrigin): DescribedResource {
    const spec = this.world.specs.find(request.template.Type);
    if (spec !== undefined && !CUSTOM_TYPE.test(request.template.Type)) {
      return describeResource(spec, request.properties, origin);
    }
    const name = generatedName(origin, request.template.Type);
    return { physicalId: name, identity: name, attributes: {} };
  }
}

/** The names of the properties that differ between two states. */
export function changedKeys(before: JsonObject, after: JsonObject): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => !sameJson(before[key], after[key]));
}

function existing(request: ResourceRequest, described: DescribedResource): ExistingResource {
  const { template } = request;
  return {
    type: template.Type,
    logicalId: request.logicalId,
    stackName: request.stackName,
    region: request.region,
    physicalId: described.physicalId,
    identity: described.identity,
    properties: request.properties,
    attributes: described.attributes,
    ...labelsOf(template),
  };
}

function labelsOf(template: ResourceTemplate) {
  return {
    metadata: template.Metadata,
    deletionPolicy: template.DeletionPolicy ?? 'Delete',
    updateReplacePolicy: template.UpdateReplacePolicy ?? 'Delete',
  };
}

/** The attributes that repeat a property, with its new value. */
function givenAttributes(current: ExistingResource, request: ResourceRequest): Record<string, Json> {
  const repeated = Object.entries(request.properties).filter(([key]) => key in current.attributes);
  return Object.fromEntries(repeated);
}
