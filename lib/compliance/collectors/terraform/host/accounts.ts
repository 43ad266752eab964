import { isUnresolved, type Fact, type HostUserFact, type Unresolved } from '../../../facts.js';
import type { HostFiles } from '../host-files.js';
import type { HostSources } from './sources.js';
import { readUsers } from './users.js';

const SUDOERS = /^\/etc\/sudoers(?:\.d\/[^/.]+)?$/;
const KEYS =
  /^(?:\/etc\/ssh\/authorized_keys\.d\/([^/]+)|\/home\/([^/]+)\/\.ssh\/authorized_keys|\/(root)\/\.ssh\/authorized_keys)$/;
const GRANTEE = /^[ \t]*([a-z_][\w-]*)[ \t]+(.*)$/gm;
const EVERYTHING = /^ALL\s*=\s*\(\s*ALL(?:\s*:\s*ALL)?\s*\)\s*(?:NOPASSWD\s*:\s*)?ALL$/;

/** Accounts of the user data, with what delivered files of sudo and of public keys add to them. */
export function readAccounts({ cloudInit, files }: Pick<HostSources, 'cloudInit' | 'files'>): HostUserFact[] {
  const made = cloudInit === undefined ? [] : readUsers(cloudInit);
  const keys = keysByUser(files);
  const { granted, hole } = readSudoers(files);
  const names = new Set([
    ...keys.keys(),
    ...granted.keys(),
    ...made.map(({ name }) => name).filter((name) => typeof name === 'string'),
  ]);
  const unnamed = made.filter(({ name }) => isUnresolved(name));
  return [
    ...unnamed,
    ...[...names].map((name): HostUserFact => {
      const account = made.find((user) => user.name === name);
      return {
        name,
        root: rootOf(name, account, { granted, hole }),
        keys: greater(account?.keys ?? 0, keys.get(name) ?? 0),
        // Whom the user data does not make may not be there at all.
        shell:
          account?.shell ?? (cloudInit === undefined || name === 'root' || { unresolved: `users: ${name}` }),
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

interface Sudoers {
  /** What the last line on each user lets it do: that one counts. */
  readonly granted: ReadonlyMap<string, 'full' | 'limited'>;
  /** A file of sudo's that could not be read. */
  readonly hole: Unresolved | undefined;
}

function readSudoers(files: HostFiles): Sudoers {
  const granted = new Map<string, 'full' | 'limited'>();
  const own = [...files.values()].filter(({ path }) => SUDOERS.test(path));
  const contents = own.sort((a, b) => (a.path < b.path ? -1 : 1)).map(({ content }) => content);
  for (const content of contents.filter((one) => typeof one === 'string')) {
    for (const [, name = '', rest = ''] of content.replace(/\\\r?\n/g, ' ').matchAll(GRANTEE)) {
      granted.set(name, EVERYTHING.test(rest.trim()) ? 'full' : 'limited');
    }
  }
  return { granted, hole: contents.find(isUnresolved) };
}

/** An unread file may give more, or take away what an earlier one gave. */
function rootOf(
  name: string,
  account: HostUserFact | undefined,
  { granted, hole }: Sudoers,
): HostUserFact['root'] {
  if (name === 'root') return 'full';
  return hole ?? granted.get(name) ?? account?.root ?? 'none';
}

/** Both places may name the same keys. */
function greater(one: Fact<number>, other: Fact<number>): Fact<number> {
  if (isUnresolved(one)) return one;
  return isUnresolved(other) ? other : Math.max(one, other);
}
