import { dirname } from 'node:path/posix';
import type { Fault } from '../fault.js';
import type { Check } from './check.js';

/** Certificate and key are two files, and no secret lies in a folder that a container may write or readers get. */
export const serverFileFaults: Check = ({ config: { server, alarms } }) => {
  if (server === undefined) return [];
  const { tls, ingest, sourceSecretFile, folder } = server;
  const same = tls.files !== undefined && tls.files.certificate === tls.files.key;
  const secrets = [
    { got: tls.files?.key, path: ['server', 'tls', 'files', 'key'] },
    { got: ingest?.rsync?.secretFile, path: ['server', 'ingest', 'rsync', 'secretFile'] },
    { got: sourceSecretFile, path: ['server', 'sourceSecretFile'] },
    { got: alarms?.webhookFile, path: ['alarms', 'webhookFile'] },
  ];
  const exposed = secrets.flatMap(({ got, path }): Fault[] => {
    if (got === undefined || !OPEN_FOLDERS.some((name) => got.startsWith(`${folder}/${name}/`))) return [];
    return [{ id: 'problem.secret-exposed', path, params: { folder } }];
  });
  // The folder of each of the two is mounted whole, and would bring the other secrets along.
  const shared = (['certificate', 'key'] as const).flatMap((name): Fault[] => {
    const got = tls.files?.[name];
    if (got === undefined || !SHARED_FOLDERS.some((each) => dirname(got) === `${folder}/${each}`)) return [];
    return [{ id: 'problem.tls-among-secrets', path: ['server', 'tls', 'files', name], params: { folder } }];
  });
  const twice: Fault = { id: 'problem.tls-same-file', path: ['server', 'tls', 'files', 'key'], params: {} };
  return [...(same ? [twice] : []), ...exposed, ...shared];
};

/** Where other secrets lie. */
const SHARED_FOLDERS = ['secrets', 'secrets/ingest'];

/** Folders below the difusor's own that containers write or that are in a read-only mount of theirs. */
const OPEN_FOLDERS = ['etc', 'inbox', 'site', 'packages', 'logs', 'acme'];
