import type { HostedPlan, TlsPlan } from '../../../lib/config/index.js';
import type { Service } from '../service/service.js';
import { UIDS, userOf } from '../service/uids.js';

const TEN_DAYS_SECONDS = '864000';

/**
 * certbot, which proves the domain by files that the web server shows on port 80, and renews in time; `undefined` where
 * the difusor brings a certificate of its own. It has no way to the engine: web sees the new pair by itself.
 */
export function acmeService(plan: HostedPlan): Service | undefined {
  const { folder, tls } = plan.server;
  if (tls.kind !== 'acme') return undefined;
  return {
    name: 'acme',
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
    // Ill once the pair at hand has less than ten days left: certbot renews at thirty.
    health: {
      command: [
        'CMD',
        'openssl',
        'x509',
        '-in',
        '/srv/acme/tls/fullchain.pem',
        '-noout',
        '-checkend',
        TEN_DAYS_SECONDS,
      ],
      everySeconds: 59,
      withinSeconds: 10,
      startSeconds: 59,
      retries: 3,
      // The name in the DNS may come later.
      awaited: false,
    },
    labels: {},
  };
}

function environment(
  { site }: HostedPlan,
  { email, directory }: Extract<TlsPlan, { kind: 'acme' }>,
): Readonly<Record<string, string>> {
  return { ACME_DOMAIN: site.domain, ACME_EMAIL: email, ACME_DIRECTORY: directory };
}
