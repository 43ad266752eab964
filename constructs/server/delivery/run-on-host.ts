import type { HostPlan, ServerSettings } from '../../../lib/config/index.js';
import { PINNED } from './known-hosts.js';

const END = 'DIFUSOR_END';

/**
 * A shell command for the machine that applies, which runs a POSIX script on the host: over SSH with its keys pinned,
 * or here where the engine is this machine's own.
 *
 * It calls OpenSSH, as the docker provider does: one file pins every key of the host for both, and a person's own agent
 * and jump hosts count. Terraform's own client takes one key, and not the one that the host would offer first.
 */
export function runOnHost({ docker, administrator }: ServerSettings, host: HostPlan, script: string): string {
  const shell =
    docker === 'local'
      ? '/bin/sh -s'
      : `ssh ${PINNED.join(' ')} -p ${host.sshPort} -l ${administrator.user} -- ${host.address} /bin/sh -s`;
  return `${shell} <<'${END}'\n${script}\n${END}\n`;
}
