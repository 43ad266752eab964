import type { AuditedHost, AuditTarget } from '../audit/index.js';
import type { HostedPlan, Plan } from '../config/index.js';
import { DifusorError } from '../errors.js';
import type { Messages } from '../messages/index.js';
import type { WorkerWindow } from '../worker-settings.js';

const HTTP_PORT = 80;
const HTTPS_PORT = 443;
const MINUTE = 60_000;

/**
 * What an audit has to know of a plan; of one for AWS there is the outside alone.
 * @param only name of one host; absent: all
 * @throws USAGE where the plan has no such host
 */
export function auditTarget(plan: Plan, only: string | undefined, messages: Messages): AuditTarget {
  const { site, convocatoria } = plan;
  const cuts = expectedCuts(plan);
  return {
    domain: site.domain,
    hosts: chosen('server' in plan ? hostsOf(plan) : [], only, messages),
    ports: 'server' in plan ? portsOf(plan) : [],
    headers: convocatoria.headers.map(({ path, name }) => ({ path, name })),
    ...('frame' in plan ? { official: plan.frame.official } : {}),
    ...(cuts === undefined ? {} : { expectedCuts: cuts }),
    httpPort: HTTP_PORT,
    httpsPort: HTTPS_PORT,
  };
}

/** The election's window; absent: the plan publishes nothing of its own. */
function electionOf(plan: Plan): WorkerWindow | undefined {
  return 'worker' in plan ? plan.worker.windows.find(({ kind }) => kind === 'election') : undefined;
}

/** Cuts from the opening to the last one, both counted. */
function expectedCuts(plan: Plan): number | undefined {
  const window = electionOf(plan);
  if (window?.lastCutAt === undefined || !('worker' in plan)) return undefined;
  const minutes = (Date.parse(window.lastCutAt) - Date.parse(window.opensAt)) / MINUTE;
  return Math.max(1, Math.ceil(minutes / plan.worker.cadenceMinutes) + 1);
}

function portsOf(plan: HostedPlan): readonly number[] {
  const { convocatoria, server } = plan;
  const ingestPort = 'ingest' in plan ? plan.ingest?.port : undefined;
  const called = convocatoria.ports.filter(
    ({ direction, protocol }) => direction === 'in' && protocol === 'tcp',
  );
  const own = server.hosts.map(({ sshPort }) => sshPort);
  const all = [HTTP_PORT, HTTPS_PORT, ...called.map(({ port }) => port), ...own];
  return [...new Set(ingestPort === undefined ? all : [...all, ingestPort])].sort((a, b) => a - b);
}

function hostsOf(plan: HostedPlan): readonly AuditedHost[] {
  const { hosts, folder, administrator, institute } = plan.server;
  const ingest = 'ingest' in plan ? plan.ingest : undefined;
  return hosts.map((host) => ({
    ...host,
    folder,
    administrator: administrator.user,
    ...(institute === undefined ? {} : { institute: institute.user }),
    ...(ingest?.kind === 'sftp' ? { ingest: { port: ingest.port, user: ingest.user } } : {}),
  }));
}

function chosen(hosts: readonly AuditedHost[], only: string | undefined, messages: Messages) {
  const found = hosts.filter(({ name }) => only === undefined || name === only);
  if (only === undefined || found.length > 0) return found;
  const known = hosts.map(({ name }) => name).join(', ') || '—';
  throw new DifusorError('USAGE', { reason: messages.text('cli.audit.no-host', { host: only, known }) });
}
