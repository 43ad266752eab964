import {
  isUnresolved,
  type FactArea,
  type IngestFact,
  type PerimeterFact,
  type WebServerFact,
} from '../../../facts.js';
import type { Container } from '../containers.js';
import { blocks, type Json } from '../json.js';
import { isKnownCommandOf, unknownVariables } from './container-commands.js';
import { unknownSettingsOf } from './container-settings.js';
import { isBounded } from './docker-daemon.js';
import { letsIn } from './host-ports.js';
import { isKnownMount } from './mounts.js';
import { shown } from './shown.js';

/** What else is known of the host on which a container runs. */
export interface Surroundings {
  readonly webServers: readonly WebServerFact[];
  readonly ingests: readonly IngestFact[];
  readonly perimeter: PerimeterFact | undefined;
  /** Docker's own settings bound the logs of containers that say nothing. */
  readonly boundsLogs: boolean;
}

/** What of a container nobody knows, and the facts that may be other than they seem. */
export function unknownOfContainer(
  container: Container,
  around: Surroundings,
): { readonly lines: readonly string[]; readonly areas: readonly FactArea[] } {
  const role = roleOf(container, around);
  const { body, mounts, fact } = container;
  return {
    areas: ['containers', ...AREAS[role]],
    lines: [
      ...unknownSettingsOf(body),
      ...mounts
        .filter((mount) => !isKnownMount(mount))
        .map(({ host, container: inside }) => `volumes: ${text(host)} ${text(inside)}`),
      ...(isKnownCommandOf(container) ? [] : [`command: ${container.command.map(text).join(' ')}`]),
      ...unknownVariables(container),
      ...unknownPorts(container, role, around),
      ...(isRoot(container) && role !== 'sftp' ? [`user: ${String(body.user)}`] : []),
      ...(role !== 'worker' && fact.restarts === false ? ['restart'] : []),
      ...(isBounded(body.log_opts) || body.log_driver === 'local' || around.boundsLogs ? [] : ['log_opts']),
      ...unknownHealth(container),
    ],
  };
}

type Role = 'web' | 'worker' | 'sftp' | 'rsync' | 'other';

const AREAS: Readonly<Record<Role, readonly FactArea[]>> = {
  web: ['webServers', 'frames'],
  worker: ['workers'],
  sftp: ['ingests'],
  rsync: ['ingests'],
  // It has the logs, or the certificates.
  other: ['webServers'],
};

function roleOf({ fact: { resource }, isWorker }: Container, { webServers, ingests }: Surroundings): Role {
  if (isWorker) return 'worker';
  if (webServers.some(({ container }) => container === resource)) return 'web';
  const ingest = ingests.find((candidate) => candidate.resource === resource);
  if (ingest === undefined) return 'other';
  return ingest.kind === 'rsync' ? 'rsync' : 'sftp';
}

function text(value: unknown): string {
  return isUnresolved(value) ? '?' : String(value);
}

function isRoot({ body: { user } }: Container): boolean {
  return user !== undefined && /^(?:0+|root)(?::|$)/.test(shown(user));
}

const WEB_PORTS = [80, 443];

/** Ports beside those that readers, or who pushes through the filter, ask for. */
function unknownPorts({ ports, body }: Container, role: Role, { perimeter }: Surroundings): string[] {
  const strange = blocks(body.ports)
    .filter(({ protocol = 'tcp', ip = '0.0.0.0', ...own }) => {
      return (
        protocol !== 'tcp' ||
        (ip !== '0.0.0.0' && ip !== '::') ||
        Object.keys(own).some((key) => key !== 'internal' && key !== 'external')
      );
    })
    .map((port) => `ports: ${JSON.stringify(port)}`);
  const shown = ports.map(({ internal, external }) => `ports: ${text(external)}:${text(internal)}`);
  return [...strange, ...(hasItsPorts(ports, role, perimeter) ? [] : [shown.join(', ') || 'ports'])];
}

function hasItsPorts(ports: Container['ports'], role: Role, perimeter: PerimeterFact | undefined): boolean {
  // What it serves may be in a file that nobody could read.
  if (role === 'web' || (role === 'other' && ports.length > 0)) {
    return (
      ports.length === WEB_PORTS.length &&
      WEB_PORTS.every((port) =>
        ports.some(({ internal, external }) => internal === port && external === port),
      )
    );
  }
  // Whoever may push comes through the filter.
  if (role === 'sftp' || role === 'rsync') {
    return (
      ports.length === 1 &&
      ports.every(({ external }) => isUnresolved(external) || letsIn(external, perimeter))
    );
  }
  return ports.length === 0;
}

const HEALTH = [
  /^CMD is-healthy$/,
  /^CMD openssl x509 -in \/srv\/acme\/tls\/fullchain\.pem -noout -checkend \d+$/,
  /^CMD-SHELL (?:node \/opt\/difusor\/difusor\.js|difusor) status --config \/etc\/prep\/[\w.-]+ --directory \/srv\/[\w/-]+ >\/dev\/null \|\| \[ \$\? -eq 3 \]$/,
  /^CMD-SHELL test -n "\$\(find \/run\/stats\/round -mmin -\d+ 2>\/dev\/null\)"$/,
  /^CMD-SHELL rsync --contimeout=\d+ --timeout=\d+ rsync:\/\/127\.0\.0\.1\/ >\/dev\/null$/,
  /^CMD-SHELL ssh-keyscan -T \d+ -p \d+ 127\.0\.0\.1 2>\/dev\/null \| grep -q ssh-$/,
  /^CMD(?:-SHELL)? (?:curl -f+s*S* https?:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?\/[\w./-]*|nginx -t)$/,
];
const SOON = /^(?:[1-9]|[1-5]\d)s$/;

/** The toolkit's own containers are watched; another one need not be, but runs nothing unknown for it. */
function unknownHealth({ body: { healthcheck }, labels }: Container): string[] {
  const [check] = blocks(healthcheck);
  if (check === undefined) return labels.has('difusor.service') ? ['healthcheck'] : [];
  return isKnownHealth(check) ? [] : [`healthcheck: ${commandOf(check)}`];
}

function commandOf({ test }: Json): string {
  return Array.isArray(test) ? test.map((word) => String(word).replaceAll('$${', '${')).join(' ') : '';
}

function isKnownHealth(check: Json): boolean {
  const { interval = '30s', timeout = '10s', start_period: start = '20s', retries = 3 } = check;
  const timely = [interval, timeout, start].every((time) => SOON.test(shown(time))) && Number(retries) <= 10;
  return timely && HEALTH.some((known) => known.test(commandOf(check)));
}
