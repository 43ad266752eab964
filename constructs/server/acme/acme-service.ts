import type { HostedPlan, TlsPlan } from '../../../lib/config/index.js';
import type { Service } from '../service.js';
import { UIDS, userOf } from '../uids.js';

/**
 * certbot, which proves the domain by files that the web server shows on port 80, and renews in time; `undefined` where
 * the difusor brings a certificate of its own. It has no way to the engine: web sees the new pair by itself.
 */
export function acmeService(plan: HostedPlan): Service | undefined {
  const { folder, tls } = plan.server;
  if (tls.kind !== 'acme') return undefined;
  return {
    name: 'acme',
    image: 'acme',
    base: 'debian',
    files: [],
    reload: 'none',
    user: userOf('acme'),
    environment: environment(plan, tls),
    ports: [],
    mounts: [{ host: `${folder}/acme`, container: '/srv/acme', readOnly: false }],
    memoryFolders: { '/tmp': `rw,nosuid,nodev,size=16m,uid=${UIDS.acme}` },
    capabilities: [],
    network: 'own',
    memoryMegabytes: 256,
    processes: 64,
    openFiles: 1024,
    stopSignal: 'SIGTERM',
    stopSeconds: 10,
    health: undefined,
    labels: {},
  };
}

function environment(
  { site }: HostedPlan,
  { email, directory }: Extract<TlsPlan, { kind: 'acme' }>,
): Readonly<Record<string, string>> {
  return { ACME_DOMAIN: site.domain, ACME_EMAIL: email, ACME_DIRECTORY: directory };
}
