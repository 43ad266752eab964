import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parse } from 'yaml';
import type { HostedPlan, HostPlan } from '../../../lib/config/index.js';
import { ownCallFiles } from '../../../lib/convocatorias/index.js';
import type { Messages } from '../../../lib/messages/index.js';
import type { HostSetUp } from './difusor-server.js';
import { hostFiles, renderCloudInit, renderSetUp } from '../host/index.js';
import type { Service } from '../service/service.js';
import { services } from '../service/services.js';

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
    services: services(plan, { difusorYaml, call: callOf(plan, difusorYaml), messages }),
    setUp: (host) => ({ files: hostFiles(plan, host, messages), script: renderSetUp(plan, host, messages) }),
    cloudInit: (host) => renderCloudInit(plan, host, messages),
  };
}

/** A folder of the user's own is meant from the file that names it, and is not on the hosts. */
function callOf({ file }: HostedPlan, difusorYaml: string): ReturnType<typeof ownCallFiles> {
  const named = (parse(difusorYaml) as { convocatoria?: unknown } | null)?.convocatoria;
  return typeof named === 'string' ? ownCallFiles(named, { baseDir: dirname(file) }) : undefined;
}
