import type { HostedPlan } from '../../../lib/config/index.js';

/** What a firewall before the host must let in, e.g. `443/tcp any`, `873/tcp 203.0.113.0/28`. */
export function portsToOpen(plan: HostedPlan): readonly string[] {
  const { server } = plan;
  const trusted = server.trusted.join(' ');
  const ingest = 'ingest' in plan ? plan.ingest : undefined;
  return [
    '80/tcp any',
    '443/tcp any',
    ...[...new Set(server.hosts.map(({ sshPort }) => sshPort))].map(
      (port) => `${port}/tcp ${[trusted, ...server.administrator.from].filter(Boolean).join(' ')}`,
    ),
    ...(ingest ? [`${ingest.port}/tcp ${trusted}`] : []),
    '123/udp out',
  ];
}
