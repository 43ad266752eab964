import type { JsonObject } from '../../../../../lib/testing/cloudformation/json.js';
import type { ServiceRequest } from '../../../../../lib/testing/cloudformation/service-checks/index.js';
import { NOON, testAccount } from '../support.js';

/** What a service sees of a resource in an empty account at noon of 6 June 2027, UTC. */
export function serviceRequest(
  properties: JsonObject,
  changes: Partial<ServiceRequest> = {},
): ServiceRequest {
  const { inventory, objects } = testAccount();
  return { region: 'us-east-1', properties, inventory, objects, now: NOON, ...changes };
}
