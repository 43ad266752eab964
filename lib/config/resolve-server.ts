import type { IngestPlan, ServerSettings, StatePlan, TlsPlan } from './plan.js';
import type { ServerConfig } from './server-schema.js';
import { settled } from './settled.js';

/** What a plan for servers has beside the rest. */
export interface HostedParts {
  readonly server: ServerSettings;
  readonly ingest: IngestPlan | undefined;
  /** Where credentials of a source would be. */
  readonly sourceSecretFile: string;
}

/** The hosts, and the service into which the institute pushes, of a configuration that passed every check. */
export function hostedParts(config: ServerConfig, name: string): HostedParts {
  const { ingest, prepareHost, institute, tls, logs, state, sourceSecretFile, ...rest } = config;
  return {
    server: {
      ...rest,
      // Over the local socket the host is the very machine that applies, which may be somebody's desk.
      prepareHost: prepareHost ?? rest.docker === 'ssh',
      institute,
      tls: tlsPlan(tls),
      logs: { days: logs.days, ship: logs.ship },
      state: statePlan(state, name),
    },
    ingest: ingest === undefined ? undefined : ingestPlan(ingest, rest.folder),
    sourceSecretFile: sourceSecretFile ?? `${rest.folder}/secrets/source.json`,
  };
}

function tlsPlan({ acme, files }: ServerConfig['tls']): TlsPlan {
  return acme === undefined ? { kind: 'files', ...settled(files, 'server.tls') } : { kind: 'acme', ...acme };
}

function ingestPlan({ rsync, sftp }: NonNullable<ServerConfig['ingest']>, folder: string): IngestPlan {
  if (rsync === undefined) return { kind: 'sftp', ...settled(sftp, 'server.ingest') };
  return { kind: 'rsync', ...rsync, secretFile: rsync.secretFile ?? `${folder}/secrets/rsyncd.secrets` };
}

function statePlan(state: ServerConfig['state'], name: string): StatePlan {
  if (state === 'local') return { kind: 'local' };
  return { kind: 's3', ...state.s3, key: state.s3.key ?? `difusor/${name}` };
}
