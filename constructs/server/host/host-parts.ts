import type { HostedPlan, HostPlan } from '../../../lib/config/index.js';
import { createMessages, type Messages } from '../../../lib/messages/index.js';
import type { FileOnHost } from '../delivery/file-on-host.js';
import { accountFiles } from './accounts.js';
import { clock } from './clock.js';
import { docker } from './docker.js';
import { firewall } from './firewall.js';
import { folders } from './folders.js';
import type { HostPart } from './host-part.js';
import { intrusionPrevention } from './intrusion-prevention.js';
import { kernel } from './kernel.js';
import { securityUpdates } from './security-updates.js';
import { ssh } from './ssh.js';
import { systemJournal } from './system-journal.js';
import { watch } from './watch.js';

/** Everything that a host is made of, in the order in which it takes effect. */
export function hostParts(
  plan: HostedPlan,
  host: HostPlan,
  messages: Messages = createMessages(),
): readonly HostPart[] {
  const { server } = plan;
  return [
    accountFiles(server),
    folders(plan),
    kernel(),
    systemJournal(),
    clock(server),
    firewall(plan, host, messages),
    docker(),
    intrusionPrevention(server, host),
    securityUpdates(),
    ssh(server, host),
    ...(plan.target === 'server' ? [watch(plan, host, messages)] : []),
  ];
}

/** The host's own files; none holds a secret. */
export function hostFiles(
  plan: HostedPlan,
  host: HostPlan,
  messages: Messages = createMessages(),
): readonly FileOnHost[] {
  return hostParts(plan, host, messages).flatMap(({ files }) => files);
}
