import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Account, ACCOUNT_ID, type AccountOptions } from './account.js';
import type { ExistingResource } from './inventory.js';
import { loadResourceSpecs } from './resource-spec.js';
import { DEFAULT_REGION, Router } from './router.js';
import type {
  CloudFormationStandIn,
  CloudFormationStandInOptions,
  StandInResource,
  StandInStack,
} from './stand-in.js';
import type { Stack } from './stack.js';
import { loadTemplateValidator } from './template-validator.js';

/** Loaded once a process: it takes seconds and 300 MB. */
let tools: Promise<Pick<AccountOptions, 'specs' | 'validator'>> | undefined;

/**
 * Starts AWS's control plane on loopback: CloudFormation, STS, SSM and S3 as far as `cdk bootstrap`, `deploy`,
 * `diff` and `destroy` need them, for one account and every region.
 * @throws TESTING_PACKAGE_MISSING when `@aws-cdk/aws-service-spec` or aws-cdk-lib's validator is not installed
 */
export async function startCloudFormationStandIn(
  options: CloudFormationStandInOptions = {},
): Promise<CloudFormationStandIn> {
  const machineClock = () => new Date();
  tools ??= loadTools();
  const account = new Account({
    ...(await tools),
    serviceClock: options.clock ?? machineClock,
    eventClock: machineClock,
  });
  for (const type of options.failTypes ?? []) account.failingTypes.add(type);
  const router = new Router(account);
  const server = createServer((request, response) => {
    // A client that goes away in the middle of its request gets no answer, and takes no one else down.
    serve(router, request, response).catch(() => response.destroy());
  });
  return {
    url: await listen(server),
    account: ACCOUNT_ID,
    region: DEFAULT_REGION,
    stacks: () => account.liveStacks().map(stackState),
    calls: () => ({ ...router.calls }),
    failOn: (type) => {
      account.failingTypes.add(type);
      return () => account.failingTypes.delete(type);
    },
    retained: () =>
      account.inventory.retained().map((resource) => ({
        ...resourceState(resource),
        stack: resource.stackName,
        region: resource.region,
      })),
    close: () => close(server),
  };
}

async function loadTools(): Promise<Pick<AccountOptions, 'specs' | 'validator'>> {
  return { specs: await loadResourceSpecs(), validator: loadTemplateValidator() };
}

async function serve(router: Router, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await buffer(request);
  const answer = router.answer({
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', 'http://stand-in'),
    headers: request.headers,
    body,
  });
  response.writeHead(answer.status, { 'x-amzn-requestid': 'stand-in', ...answer.headers });
  response.end(answer.body);
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => {
      if (error === undefined) resolve();
      else reject(error);
    });
    server.closeAllConnections();
  });
}

function stackState(stack: Stack): StandInStack {
  const { parameters, tags, outputs } = stack.content;
  const given = Object.entries(parameters).map(([name, value]) => [
    name,
    value.noEcho ? '****' : value.given,
  ]);
  return {
    name: stack.name,
    region: stack.region,
    status: stack.status,
    terminationProtection: stack.terminationProtection,
    parameters: Object.fromEntries(given) as Record<string, string>,
    tags: { ...tags },
    outputs: Object.fromEntries(outputs.map(({ key, value }) => [key, value])),
    resources: Object.fromEntries(
      [...stack.resources].map(([id, resource]) => [id, resourceState(resource)]),
    ),
  };
}

function resourceState(resource: ExistingResource): StandInResource {
  const { logicalId, type, physicalId, properties, attributes } = resource;
  return { logicalId, type, physicalId, properties, attributes };
}
