import type { HostedPlan, HostPlan } from '../../../lib/config/index.js';
import type { Messages } from '../../../lib/messages/index.js';
import { bridgeName } from './bridge-name.js';
import { addressSets } from './address-sets.js';
import { firewallProgram } from './firewall-program.js';
import { firewallRules } from './firewall-rules.js';
import type { HostPart } from './host-part.js';
import { rootFile, rootProgram } from './root-file.js';

const RULES = '/etc/difusor/firewall.nft';
const PROGRAM = '/usr/local/sbin/difusor-firewall';
const UNIT = 'difusor-firewall.service';

/**
 * The host's packet filter, and the unit that brings it back before the network and Docker start.
 * @see veracruz-2024 II.C.c
 */
export function firewall(plan: HostedPlan, host: HostPlan, messages: Messages): HostPart {
  const { trusted, administrator } = plan.server;
  const rules = firewallRules({
    trusted: addressSets(trusted),
    administrators: addressSets(administrator.from),
    sshPort: host.sshPort,
    bridge: bridgeName(plan),
    ingestPort: plan.target === 'server' ? plan.ingest?.port : undefined,
  });
  return {
    name: 'firewall',
    packages: ['nftables'],
    files: [
      { path: RULES, mode: '0640', owner: 'root:root', content: rules },
      rootProgram(PROGRAM, firewallProgram(RULES, host.sshPort, messages)),
      unit(),
    ],
    check: [['nft', '--check', '--file', RULES]],
    apply: [
      // Its file begins with a flush of every table, Docker's too, and so does stopping it.
      ['systemctl', 'mask', 'nftables.service'],
      ['systemctl', 'daemon-reload'],
      [PROGRAM],
      ['systemctl', 'enable', UNIT],
      ['systemctl', 'start', UNIT],
      // ufw filters INPUT, which containers' ports never pass, and would shut what the call opens; it goes only where
      // the rules stand, since cloud-init runs on after a command that failed.
      [
        'sh',
        '-c',
        'if nft list table inet difusor > /dev/null && command -v ufw > /dev/null; then ufw --force disable; fi',
      ],
    ],
  };
}

function unit(): ReturnType<typeof rootFile> {
  return rootFile(`/etc/systemd/system/${UNIT}`, [
    '[Unit]',
    'Description=Firewall of the difusor, before the address translation of containers',
    'DefaultDependencies=no',
    'Wants=network-pre.target',
    'After=local-fs.target systemd-modules-load.service',
    'Before=network-pre.target docker.service shutdown.target',
    'Conflicts=shutdown.target',
    '',
    '[Service]',
    'Type=oneshot',
    'RemainAfterExit=yes',
    `ExecStart=/usr/sbin/nft --file ${RULES}`,
    `ExecReload=/usr/sbin/nft --file ${RULES}`,
    // Without ExecStop: the rules outlive a stop, and only a reboot empties the kernel.
    '',
    '[Install]',
    'WantedBy=sysinit.target',
    // Containers publish nothing before the rules stand.
    'RequiredBy=docker.service',
  ]);
}
