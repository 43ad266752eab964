import type { Fault } from '../fault.js';
import { keyWithoutComment } from '../ssh-public-key.js';
import type { Check } from './check.js';
import { duplicateFaults } from './duplicates.js';

/** The difusor's people and the institute's are told apart, by account and by key. */
export const serverUserFaults: Check = ({ config: { server } }) => {
  if (server === undefined) return [];
  const { administrator, institute, ingest } = server;
  const own = administrator.keys.map(keyWithoutComment);
  const theirs = (institute?.keys ?? []).map(keyWithoutComment);
  const pushing = (ingest?.sftp?.keys ?? []).map(keyWithoutComment);
  const shared = (keys: readonly string[], path: readonly string[]): Fault[] =>
    keys.flatMap((key, index): Fault[] =>
      own.includes(key) ? [{ id: 'problem.key-shared', path: [...path, index], params: {} }] : [],
    );
  return [
    ...(institute?.user === administrator.user ? [sameUser(institute.user)] : []),
    ...duplicateFaults(own, (index) => ['server', 'administrator', 'keys', index]),
    ...duplicateFaults(theirs, (index) => ['server', 'institute', 'keys', index]),
    ...duplicateFaults(pushing, (index) => ['server', 'ingest', 'sftp', 'keys', index]),
    ...shared(theirs, ['server', 'institute', 'keys']),
    ...shared(pushing, ['server', 'ingest', 'sftp', 'keys']),
  ];
};

function sameUser(got: string): Fault {
  return { id: 'problem.user-shared', path: ['server', 'institute', 'user'], params: { got } };
}
