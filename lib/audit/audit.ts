import type { Clock } from '../clock.js';
import type { LiveFacts, LiveHostFact, Vantage } from '../compliance/index.js';
import { failureOf } from '../failure.js';
import { probeFraming } from '../frame/index.js';
import { addressesOf, systemResolver, type NameResolver } from './addresses.js';
import { lookAtFronts } from './fronts.js';
import { hostFacts } from './host-facts.js';
import { lookAtPorts } from './ports.js';
import { measure, read, unreadable, type Reading } from './reading.js';
import { SshSession, type SshCredentials } from './ssh-session.js';
import type { AuditedHost, AuditTarget } from './target.js';
import { lookAtTransfers, type TransferWish } from './transfers-of-host.js';
import { lookAtWeb } from './web.js';

export interface AuditOptions {
  readonly target: AuditTarget;
  /** Absent: nothing is asked over SSH. */
  readonly credentials: SshCredentials | undefined;
  /** From where this machine looks; absent: ports are not tried. */
  readonly vantage: Vantage | undefined;
  readonly transfer: TransferWish;
  /** @default the name servers of this machine */
  readonly resolver?: NameResolver;
  readonly now: Clock;
  /** Milliseconds of a clock that never goes back. */
  readonly tick: () => number;
}

/**
 * Looks at the hosts of a plan, one after the other, over SSH and from outside, and at what the site's name leads to.
 * What can't be measured is told as such; no look ends the audit, and nothing is changed but the file that a transfer
 * makes and removes.
 */
export async function audit(options: AuditOptions): Promise<LiveFacts> {
  const { target, now, resolver = systemResolver() } = options;
  const { domain, official, expectedCuts } = target;
  const hosts: LiveHostFact[] = [];
  for (const host of target.hosts) hosts.push(await lookAtHost(host, resolver, options));
  return {
    hosts,
    domain: await measure(now, () => addressesOf(domain, resolver)),
    fronts: await measure(now, () => lookAtFronts(target, resolver, now)),
    ...(official === undefined
      ? {}
      : { official, framing: await measure(now, () => framing(official, domain)) }),
    ...(expectedCuts === undefined ? {} : { expectedCuts }),
  };
}

async function lookAtHost(
  host: AuditedHost,
  resolver: NameResolver,
  options: AuditOptions,
): Promise<LiveHostFact> {
  const { target, vantage, now } = options;
  const session = await openSession(host, options);
  try {
    const facts = await hostFacts(session, host, target.official, now);
    const transfers = await lookAtTransfers(session, host, facts.free, options);
    const addresses = await measure(now, () => addressesOf(host.address, resolver));
    const address = 'value' in addresses ? (addresses.value[0] ?? host.address) : host.address;
    return {
      name: host.name,
      address: host.address,
      ...facts,
      ...transfers,
      ports: vantage === undefined ? [] : await lookAtPorts(address, target.ports, vantage, now),
      web: await lookAtWeb(address, target, now),
      addresses,
    };
  } finally {
    if ('value' in session) session.value.close();
  }
}

async function openSession(
  { address, sshPort: port, hostKeys, administrator: user }: AuditedHost,
  { credentials }: AuditOptions,
): Promise<Reading<SshSession>> {
  if (credentials === undefined) return unreadable('notAsked', '--identity, SSH_AUTH_SOCK');
  return SshSession.open({ address, port, user, hostKeys }, credentials);
}

async function framing(official: string, domain: string) {
  try {
    const found = await probeFraming({ official, domain });
    const { kind, ...header } = found;
    return read({ allowed: kind === 'allowed', ...header });
  } catch (error) {
    return unreadable('unreachable', failureOf(error).message);
  }
}
