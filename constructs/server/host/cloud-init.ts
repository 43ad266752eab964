import { stringify } from 'yaml';
import type { HostedPlan, HostPlan } from '../../../lib/config/index.js';
import type { Messages } from '../../../lib/messages/index.js';
import { accounts, SUDO, type Account } from './accounts.js';
import { CHRONY_CONFIGURATION } from './clock.js';
import { hostFiles, hostParts } from './host-parts.js';

/**
 * The user data that makes a new Ubuntu the host of the plan at its first start, as cloud-init of 22.04 and 24.04
 * reads it.
 * @see veracruz-2024 II.B
 */
export function renderCloudInit(plan: HostedPlan, host: HostPlan, messages?: Messages): string {
  const { server } = plan;
  const parts = hostParts(plan, host, messages);
  const files = hostFiles(plan, host, messages);
  const packages = [...new Set(parts.flatMap((part) => part.packages))];
  const config = {
    // Its name in the network is the stack's.
    hostname: `${plan.name}-${host.name}`,
    users: accounts(server).map(user),
    ssh_pwauth: false,
    disable_root: true,
    package_update: true,
    packages,
    // cloud-init's own module writes this file after all others.
    ntp: {
      enabled: true,
      ntp_client: 'chrony',
      servers: server.ntpServers,
      config: {
        confpath: CHRONY_CONFIGURATION,
        template: `## template:jinja\n${files.find(({ path }) => path === CHRONY_CONFIGURATION)?.content ?? ''}`,
      },
    },
    write_files: files
      .filter(({ path }) => path !== CHRONY_CONFIGURATION)
      .map(({ path, mode, owner, content }) => ({ path, permissions: mode, owner, content })),
    runcmd: parts.flatMap(({ apply }) => apply),
  };
  const yaml = stringify(config, { lineWidth: 0, aliasDuplicateObjects: false });
  return `#cloud-config\n# Ubuntu ${server.ubuntu}: ${plan.name}, ${host.name}\n${yaml}`;
}

function user({ user: name, keys, groups }: Account): object {
  return {
    name,
    groups,
    shell: '/bin/bash',
    sudo: SUDO,
    lock_passwd: true,
    ssh_authorized_keys: keys,
  };
}
