import { DockerProvider } from '@cdktf/provider-docker/lib/provider/index.js';
import type { Construct } from 'constructs';
import type { HostPlan, ServerSettings } from '../../../lib/config/index.js';
import { PINNED } from '../delivery/known-hosts.js';

/**
 * The engine of one host, over SSH with its keys pinned; else the one of the machine that applies, which `DOCKER_HOST`
 * may name.
 */
export function dockerEngine(scope: Construct, server: ServerSettings, host: HostPlan): DockerProvider {
  if (server.docker === 'local') return new DockerProvider(scope, 'docker');
  return new DockerProvider(scope, 'docker', {
    host: `ssh://${server.administrator.user}@${host.address}:${host.sshPort}`,
    sshOpts: [...PINNED],
    // A host that this very apply sets up has no engine yet when Terraform plans.
    disableDockerDaemonCheck: server.prepareHost,
  });
}
