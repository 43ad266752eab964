import { App } from 'cdktf';
import type { HostedPlan } from '../../../lib/config/index.js';
import type { Messages } from '../../../lib/messages/index.js';
import { DifusorServer, type HostSetUp } from './difusor-server.js';
import type { Service } from '../service/service.js';

export interface ServerAppProps {
  readonly plan: HostedPlan;
  /** What each host runs. */
  readonly services: readonly Service[];
  /** @default no host is set up */
  readonly setUp?: (host: HostedPlan['server']['hosts'][number]) => HostSetUp;
  /** @default this package's own images */
  readonly contexts?: string;
  /** @default Spanish */
  readonly messages?: Messages;
  /** Folder for the stacks. */
  readonly outdir: string;
}

/** The cdktf app of one difusor: a stack for each host, so that one can be applied, or lost, without the others. */
export function createServerApp({ outdir, setUp, ...props }: ServerAppProps): App {
  const app = new App({ outdir, stackTraces: false });
  for (const host of props.plan.server.hosts) {
    new DifusorServer(app, { ...props, host, setUp: setUp?.(host) });
  }
  return app;
}
