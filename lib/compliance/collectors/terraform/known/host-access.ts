import { isUnresolved } from '../../../facts.js';
import type { HostFiles } from '../host-files.js';

const KEYS = /^\/etc\/ssh\/authorized_keys\.d\/([^/]+)$|^\/home\/([^/]+)\/\.ssh\/authorized_keys$/;

/** Who has a key and is on no list of sshd's: nobody knows whether they may log in. */
export function shutOut(files: HostFiles): string[] {
  const lists = [...files.values()].flatMap(({ path, content }) => {
    if (!path.startsWith('/etc/ssh/sshd_config') || isUnresolved(content)) return [];
    return [...content.matchAll(/^\s*AllowUsers\s+(.+)$/gim)].map(([, names = '']) => names.split(/\s+/));
  });
  if (lists.length === 0) return [];
  const listed = lists.flat();
  return [...files.keys()].flatMap((path) => {
    const name = KEYS.exec(path)
      ?.slice(1)
      .find((one) => one !== undefined);
    return name === undefined || listed.includes(name) ? [] : [`AllowUsers: ${name}`];
  });
}
