import { createHash } from 'node:crypto';
import type { HostedPlan } from '../../../lib/config/index.js';

/**
 * Name of the network interface behind which a plan's containers stand: the host's firewall knows them by it, and no
 * other interface of a host has it. Linux allows 15 letters.
 */
export function bridgeName({ name }: Pick<HostedPlan, 'name'>): string {
  return `difusor-${createHash('sha256').update(name).digest('hex').slice(0, 6)}`;
}
