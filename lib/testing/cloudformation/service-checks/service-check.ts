import type { JsonObject } from '../json.js';
import type { Inventory } from '../inventory.js';
import type { ObjectStore } from '../object-store.js';

/** What a service sees when CloudFormation asks it for a resource. */
export interface ServiceRequest {
  readonly region: string;
  /** Resolved properties. */
  readonly properties: JsonObject;
  readonly inventory: Inventory;
  readonly objects: ObjectStore;
  /** The instant that the service takes for now. */
  readonly now: Date;
}

/**
 * A check that the service makes when the resource is made or changed, and no linter before.
 * @throws AwsRefusal in the service's own words where they are known
 */
export type ServiceCheck = (request: ServiceRequest) => void;
