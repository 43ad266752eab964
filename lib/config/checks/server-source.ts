import type { Fault } from '../fault.js';
import { wantsCredentials } from '../source-settings.js';
import { targetOf } from '../target.js';
import type { Check } from './check.js';

/**
 * An inbox is on a host: on the difusor's own servers the ingest fills it, at a place that the toolkit sets; a worker
 * that reads it needs no network, and so has none to look at the site with.
 */
export const serverSourceFaults: Check = ({ config, given = config }) => {
  const { server, source, publicUrl } = config;
  const { hosted, framed } = targetOf(given);
  if (!hosted) return pathNeeded(source);
  if (server === undefined || framed) return [];
  const pushed = server.ingest !== undefined;
  return [
    ...sourceFaults(source, pushed),
    ...secretFaults(server.sourceSecretFile, source),
    ...(pushed && publicUrl !== undefined
      ? [{ id: 'problem.public-url-no-network', path: ['publicUrl'], params: {}, at: 'key' } as const]
      : []),
  ];
};

type Source = Parameters<Check>[0]['config']['source'];

function pathNeeded(source: Source): Fault[] {
  if (source?.kind !== 'inbox' || source.path !== undefined) return [];
  return [
    { id: 'problem.missing-key', path: ['source', 'path'], params: { name: 'path', expected: 'string' } },
  ];
}

function sourceFaults(source: Source, pushed: boolean): Fault[] {
  if (source === undefined) return [];
  const path = ['source', 'kind'];
  if (source.kind === 's3' && source.auth === 'role') {
    return [{ id: 'problem.role-on-server', path: ['source', 'auth'], params: {} }];
  }
  if (source.kind !== 'inbox') {
    return pushed ? [{ id: 'problem.source-beside-ingest', path, params: { got: source.kind } }] : [];
  }
  if (!pushed) return [{ id: 'problem.inbox-without-ingest', path, params: {} }];
  return source.path === undefined
    ? []
    : [{ id: 'problem.inbox-path-set', path: ['source', 'path'], params: {}, at: 'key' }];
}

/** A file that nobody would read is a misunderstanding about who signs in where. */
function secretFaults(file: string | undefined, source: Source): Fault[] {
  if (file === undefined || (source !== undefined && wantsCredentials(source))) return [];
  return [
    { id: 'problem.source-secret-unused', path: ['server', 'sourceSecretFile'], params: {}, at: 'key' },
  ];
}
