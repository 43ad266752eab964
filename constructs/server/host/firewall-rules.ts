import type { AddressSets } from './address-sets.js';

/**
 * New connections a second of one IPv4 address or one IPv6 /64, and how many it may open at once.
 * Hundreds of readers may share one address of a mobile network (CGNAT), and each browser opens up to six.
 */
export const NEW_CONNECTIONS = { perSecond: 100, burst: 300 } as const;

export interface FirewallRules {
  /** The institute's: they reach SSH and the ingest. */
  readonly trusted: AddressSets;
  /** Whoever runs the host: they reach SSH. */
  readonly administrators: AddressSets;
  readonly sshPort: number;
  /** Name of the interface behind which the containers stand; `docker0` is that of images being built. */
  readonly bridge: string;
  /** Absent: nobody pushes. */
  readonly ingestPort: number | undefined;
}

/**
 * The table `inet difusor`, which stands before Docker's address translation, so that what containers publish is
 * behind it too. One transaction replaces it whole: no packet meets a host without rules, and no other table is touched.
 * @see veracruz-2024 II.C.c
 */
export function firewallRules(rules: FirewallRules): string {
  return `#!/usr/sbin/nft -f
# Written by difusor: what is changed here is lost at its next set-up.
table inet difusor
delete table inet difusor
table inet difusor {
${addresses('trusted', rules.trusted)}
${addresses('administrators', rules.administrators)}
${meter('newcomers4', 'ipv4_addr')}
${meter('newcomers6', 'ipv6_addr')}

  chain prerouting {
    type filter hook prerouting priority -150; policy drop;
    iif "lo" accept
    # The host's own requests, NTP by UDP 123 among them, may go out; this lets their answers in.
    ct state established,related accept
    ct state invalid drop
    # No set of names: nft 1.0.2 of Ubuntu 22.04 takes none with interfaces that are still to come.
    iifname "docker0" jump containers
    iifname "${rules.bridge}" jump containers
    jump control
    # Nothing is routed through this host.
    fib daddr type != local counter drop
    jump readers
${institute(rules)}
    limit rate 10/minute burst 20 packets log prefix "difusor-drop: "
    counter drop
  }

  # A container that was taken over finds the site on this host, as anyone does, and of a cloud's own services the DNS.
  chain containers {
    ip daddr 169.254.0.0/16 meta l4proto { tcp, udp } th dport 53 accept
    ip daddr 169.254.0.0/16 counter drop
    fib daddr type local meta l4proto { tcp, udp } th dport != { 80, 443 } counter drop
    accept
  }

  chain control {
    icmp type { echo-request, destination-unreachable, time-exceeded, parameter-problem } limit rate 50/second burst 100 packets accept
    icmpv6 type { echo-request, destination-unreachable, packet-too-big, time-exceeded, parameter-problem } limit rate 50/second burst 100 packets accept
    # Without neighbour discovery IPv6 ends; a hop limit of 255 tells that no router passed it on.
    icmpv6 type { nd-router-advert, nd-neighbor-solicit, nd-neighbor-advert, nd-redirect } ip6 hoplimit 255 accept
    icmpv6 type { mld-listener-query, mld-listener-report, mld-listener-done, mld2-listener-report } ip6 saddr fe80::/10 accept
    udp sport 67 udp dport 68 accept
    ip6 saddr fe80::/10 udp sport 547 udp dport 546 accept
  }

  chain readers {
    tcp dport { 80, 443 } ct state new update @newcomers4 { ip saddr limit rate over ${rate()} } counter drop
    tcp dport { 80, 443 } ct state new update @newcomers6 { ip6 saddr & ffff:ffff:ffff:ffff:: limit rate over ${rate()} } counter drop
    tcp dport { 80, 443 } accept
  }
}
`;
}

function institute({ sshPort, ingestPort }: FirewallRules): string {
  const ports = [...new Set([sshPort, ...(ingestPort === undefined ? [] : [ingestPort])])].join(', ');
  return [
    `    tcp dport { ${ports} } ip saddr @trusted4 accept`,
    `    tcp dport { ${ports} } ip6 saddr @trusted6 accept`,
    `    tcp dport ${sshPort} ip saddr @administrators4 accept`,
    `    tcp dport ${sshPort} ip6 saddr @administrators6 accept`,
  ].join('\n');
}

function addresses(name: string, { ipv4, ipv6 }: AddressSets): string {
  return [addressSet(`${name}4`, 'ipv4_addr', ipv4), addressSet(`${name}6`, 'ipv6_addr', ipv6)].join('\n');
}

function addressSet(name: string, type: string, elements: readonly string[]): string {
  const listed = elements.length === 0 ? '' : ` elements = { ${elements.join(', ')} }`;
  return `  set ${name} { type ${type}; flags interval; auto-merge;${listed} }`;
}

/** Where it is full the limit no longer matches, and readers get through. */
function meter(name: string, type: string): string {
  return `  set ${name} { type ${type}; flags dynamic, timeout; size 131072; timeout 1m; }`;
}

function rate(): string {
  return `${NEW_CONNECTIONS.perSecond}/second burst ${NEW_CONNECTIONS.burst} packets`;
}
