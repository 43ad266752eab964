import { isUnresolved, type Fact, type HostUserFact } from '../../../facts.js';
import type { HostFiles } from '../host-files.js';
import type { HostSources } from './sources.js';
import { readUsers } from './users.js';

const SUDOERS = /^\/etc\/sudoers(?:\.d\/[^/.]+)?$/;
const KEYS =
  /^(?:\/etc\/ssh\/authorized_keys\.d\/([^/]+)|\/home\/([^/]+)\/\.ssh\/authorized_keys|\/(root)\/\.ssh\/authorized_keys)$/;
const GRANT = /^\s*([a-z_][\w-]*)\s+ALL\s*=\s*\(\s*ALL(?:\s*:\s*ALL)?\s*\)\s*(?:NOPASSWD\s*:\s*)?ALL\s*$/gim;

/** Accounts of the user data, with what delivered files of sudo and of public keys add to them. */
export function readAccounts({ cloudInit, files }: HostSources): HostUserFact[] {
  const made = cloudInit === undefined ? [] : readUsers(cloudInit);
  const keys = keysByUser(files);
  const powerful = usersWithSudo(files);
  const names = new Set([
    ...keys.keys(),
    ...powerful,
    ...made.map(({ name }) => name).filter((name) => typeof name === 'string'),
  ]);
  const unnamed = made.filter(({ name }) => isUnresolved(name));
  return [
    ...unnamed,
    ...[...names].map((name): HostUserFact => {
      const account = made.find((user) => user.name === name);
      return {
        name,
        root: powerful.includes(name) ? 'full' : (account?.root ?? 'none'),
        keys: greater(account?.keys ?? 0, keys.get(name) ?? 0),
        shell: account?.shell ?? true,
      };
    }),
  ];
}

function keysByUser(files: HostFiles): Map<string, Fact<number>> {
  const keys = new Map<string, Fact<number>>();
  for (const { path, content } of files.values()) {
    const [, ...names] = KEYS.exec(path) ?? [];
    const name = names.find((one) => one !== undefined);
    if (name === undefined) continue;
    const count = isUnresolved(content) ? content : content.split('\n').filter(isKey).length;
    keys.set(name, greater(keys.get(name) ?? 0, count));
  }
  return keys;
}

function isKey(line: string): boolean {
  return /^\s*[^#\s]/.test(line);
}

function usersWithSudo(files: HostFiles): string[] {
  return [...files.values()].flatMap(({ path, content }) => {
    if (!SUDOERS.test(path) || isUnresolved(content)) return [];
    return [...content.matchAll(GRANT)].flatMap(([, name]) => name ?? []);
  });
}

/** Both places may name the same keys. */
function greater(one: Fact<number>, other: Fact<number>): Fact<number> {
  if (isUnresolved(one)) return one;
  return isUnresolved(other) ? other : Math.max(one, other);
}
