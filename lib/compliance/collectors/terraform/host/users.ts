import type { Fact, HostUserFact } from '../../../facts.js';
import { blocks, type Json } from '../json.js';
import type { CloudInit } from './cloud-init.js';

/** Groups that give the run of the host; who may drive the container engine may mount its disk. */
const POWERFUL = ['sudo', 'wheel', 'docker', 'root', 'admin', 'lxd'];
const SHUT = /\/(?:nologin|false)$/;
/** What sudo allows without a limit: any command, as anybody. */
const EVERYTHING =
  /^\s*ALL\s*=\s*\(\s*ALL(?:\s*:\s*ALL)?\s*\)\s*(?:(?:NOPASSWD|PASSWD|SETENV|NOSETENV)\s*:\s*)*ALL\s*$/i;

/** The accounts that the user data makes; `default` is the image's own, whom it lets do everything. */
export function readUsers({ config: { users, ssh_authorized_keys: shared } }: CloudInit): HostUserFact[] {
  const list = Array.isArray(users) ? (users as unknown[]) : users === undefined ? ['default'] : [users];
  return list.flatMap((user): HostUserFact[] => {
    if (user === 'default') {
      return [{ name: 'default', root: 'full', keys: keysOf(shared), shell: true }];
    }
    return blocks(user).map(userOf);
  });
}

function userOf(user: Json): HostUserFact {
  return {
    name: typeof user.name === 'string' ? user.name : { unresolved: 'users.name' },
    root: rootOf(user),
    keys: keysOf(user.ssh_authorized_keys ?? user['ssh-authorized-keys']),
    shell: typeof user.shell !== 'string' || !SHUT.test(user.shell),
  };
}

function keysOf(keys: unknown): Fact<number> {
  if (keys === undefined) return 0;
  return Array.isArray(keys) ? keys.length : 1;
}

function rootOf({ name, uid, sudo, groups, primary_group: primary }: Json): HostUserFact['root'] {
  if (name === 'root' || String(uid) === '0') return 'full';
  const lines = (Array.isArray(sudo) ? (sudo as unknown[]) : [sudo]).filter(
    (line) => typeof line === 'string',
  );
  if (lines.some((line) => EVERYTHING.test(line))) return 'full';
  const own = [groups, primary]
    .flat()
    .flatMap((group) => (typeof group === 'string' ? group.split(/\s*,\s*/) : []));
  if (own.some((group) => POWERFUL.includes(group))) return 'full';
  return lines.length > 0 ? 'limited' : 'none';
}
