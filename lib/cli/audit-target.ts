import type { AuditTarget } from '../audit/index.js';
import type { HostedPlan } from '../config/index.js';
import { DifusorError } from '../errors.js';
import type { Messages } from '../messages/index.js';
import type { WorkerWindow } from '../worker-settings.js';

const HTTP_PORT = 80;
const HTTPS_PORT = 443;
const MINUTE = 60_000;

/**
 * What an audit has to know of a plan.
 * @param only name of one host; absent: all
 * @throws USAGE where the plan has no such host
 */
export function auditTarget(plan: HostedPlan, only: string | undefined, messages: Messages): AuditTarget {
  const { server, site, convocatoria } = plan;
  const cuts = expectedCuts(plan);
  const ingest = 'ingest' in plan ? plan.ingest : undefined;
  return {
    domain: site.domain,
    hosts: hostsOf(server.hosts, only, messages),
    folder: server.folder,
    administrator: server.administrator.user,
    ...(server.institute === undefined ? {} : { institute: server.institute.user }),
    ports: portsOf(plan, ingest?.port),
    headers: convocatoria.headers.map(({ path, name }) => ({ path, name })),
    ...('frame' in plan ? { official: plan.frame.official } : {}),
    ...(ingest?.kind === 'sftp' ? { ingest: { port: ingest.port, user: ingest.user } } : {}),
    ...(cuts === undefined ? {} : { expectedCuts: cuts }),
    httpsPort: HTTPS_PORT,
  };
}

/** The election's window; absent: the plan publishes nothing of its own. */
function electionOf(plan: HostedPlan): WorkerWindow | undefined {
  return 'worker' in plan ? plan.worker.windows.find(({ kind }) => kind === 'election') : undefined;
}

/** Cuts from the opening to the last one, both counted. */
function expectedCuts(plan: HostedPlan): number | undefined {
  const window = electionOf(plan);
  if (window?.lastCutAt === undefined || !('worker' in plan)) return undefined;
  const minutes = (Date.parse(window.lastCutAt) - Date.parse(window.opensAt)) / MINUTE;
  return Math.max(1, Math.ceil(minutes / plan.worker.cadenceMinutes) + 1);
}

function portsOf({ convocatoria, server }: HostedPlan, ingestPort: number | undefined): readonly number[] {
  const called = convocatoria.ports.filter(
    ({ direction, protocol }) => direction === 'in' && protocol === 'tcp',
  );
  const own = server.hosts.map(({ sshPort }) => sshPort);
  const all = [HTTP_PORT, HTTPS_PORT, ...called.map(({ port }) => port), ...own];
  return [...new Set(ingestPort === undefined ? all : [...all, ingestPort])].sort((a, b) => a - b);
}

function hostsOf(hosts: HostedPlan['server']['hosts'], only: string | undefined, messages: Messages) {
  const chosen = hosts.filter(({ name }) => only === undefined || name === only);
  if (chosen.length > 0) return chosen;
  const known = hosts.map(({ name }) => name).join(', ');
  throw new DifusorError('USAGE', {
    reason: messages.text('cli.audit.no-host', { host: only ?? '', known }),
  });
}
