import { readFileSync } from 'node:fs';
import type { HostedPlan, HostPlan } from '../../lib/config/index.js';
import type { Messages } from '../../lib/messages/index.js';
import type { HostSetUp } from './difusor-server.js';
import { hostFiles, renderCloudInit, renderSetUp } from './host/index.js';
import type { Service } from './service.js';
import { services } from './services.js';

/** What a plan makes of its hosts, before any of Terraform. */
export interface ServerParts {
  /** What each host runs. */
  readonly services: readonly Service[];
  readonly setUp: (host: HostPlan) => HostSetUp;
  /** User data for a new host. */
  readonly cloudInit: (host: HostPlan) => string;
}

export interface ServerPartsOptions {
  /**
   * Text of the file that the plan came from, which the publisher reads.
   * @default it is read
   */
  readonly difusorYaml?: string;
  /** @default Spanish */
  readonly messages?: Messages;
}

/** What this package makes of a plan. */
export function serverParts(
  plan: HostedPlan,
  { messages, ...options }: ServerPartsOptions = {},
): ServerParts {
  // A page that frames the official site is in the plan: nothing reads the file.
  const difusorYaml = options.difusorYaml ?? ('worker' in plan ? readFileSync(plan.file, 'utf8') : '');
  return {
    services: services(plan, { difusorYaml, messages }).map((service) => withSettings(service, plan)),
    setUp: (host) => ({ files: hostFiles(plan, host), script: renderSetUp(plan, host, messages) }),
    cloudInit: (host) => renderCloudInit(plan, host),
  };
}

/** By its label whoever judges the stack knows what the worker was told. */
function withSettings(service: Service, plan: HostedPlan): Service {
  if (service.name !== 'publisher' || !('worker' in plan)) return service;
  return { ...service, labels: { ...service.labels, 'difusor.settings': JSON.stringify(plan.worker) } };
}
