import type { HostPlan } from '../../../lib/config/index.js';

/** Name of the file beside a host's cdk.tf.json that pins its keys. */
export const KNOWN_HOSTS = 'known_hosts';

/** The host's public keys as OpenSSH's known_hosts: every connection demands one of them. */
export function knownHosts({ address, sshPort, hostKeys }: HostPlan): string {
  const name = sshPort === 22 ? address : `[${address}]:${sshPort}`;
  return hostKeys.map((key) => `${name} ${key}\n`).join('');
}

/** Options by which ssh trusts the pinned keys alone and never asks a person. */
export const PINNED: readonly string[] = [
  'BatchMode=yes',
  'StrictHostKeyChecking=yes',
  `UserKnownHostsFile=${KNOWN_HOSTS}`,
  'GlobalKnownHostsFile=/dev/null',
  'UpdateHostKeys=no',
  'ConnectTimeout=20',
  'ServerAliveInterval=15',
].flatMap((option) => ['-o', option]);
