import type { Convocatoria } from '../../convocatorias/index.js';
import type { Fault, FaultPath } from '../fault.js';
import type { ServerConfig } from '../server-schema.js';
import type { Check } from './check.js';

const WEB_PORTS = [80, 443];

/** No two services of a host listen on one port, and the institute finds the ingest on one of the call's. */
export const portFaults: Check = ({ config: { server }, convocatoria }) => {
  if (server === undefined) return [];
  const ingest = ingestPort(server);
  return [
    ...server.hosts.flatMap(({ sshPort }, index) =>
      takenFault(sshPort, ['server', 'hosts', index, 'sshPort'], WEB_PORTS),
    ),
    ...(ingest === undefined ? [] : ingestFaults(ingest, server, convocatoria)),
  ];
};

interface IngestPort {
  readonly port: number;
  readonly path: FaultPath;
}

function ingestPort({ ingest }: ServerConfig): IngestPort | undefined {
  const kind = ingest?.rsync === undefined ? 'sftp' : 'rsync';
  const port = ingest?.[kind]?.port;
  return port === undefined ? undefined : { port, path: ['server', 'ingest', kind, 'port'] };
}

function ingestFaults(
  { port, path }: IngestPort,
  { hosts }: ServerConfig,
  call: Convocatoria | undefined,
): Fault[] {
  const taken = takenFault(port, path, [...WEB_PORTS, ...hosts.map(({ sshPort }) => sshPort)]);
  return taken.length > 0 || call === undefined ? taken : callFaults(port, path, call);
}

function takenFault(port: number, path: FaultPath, others: readonly number[]): Fault[] {
  return others.includes(port) ? [{ id: 'problem.port-taken', path, params: { got: port } }] : [];
}

/** @see veracruz-2024 II.C.c */
function callFaults(got: number, path: FaultPath, { ports }: Convocatoria): Fault[] {
  const trusted = ports.filter(({ direction, peers }) => direction === 'in' && peers === 'trusted');
  if (trusted.length === 0 || trusted.some(({ port }) => port === got)) return [];
  const params = {
    got,
    allowed: trusted.map(({ port }) => port).join(', '),
    clause: trusted[0]?.clause ?? '',
  };
  return [{ id: 'problem.ingest-port-not-the-calls', path, params }];
}
