import { read, unreadable, type Reading } from '../reading.js';

/** Words that are written in another way than their id with a capital. */
const NAMES: Readonly<Record<string, string>> = { rhel: 'RHEL', almalinux: 'AlmaLinux' };

/** The system of /etc/os-release, e.g. `Ubuntu` `24.04`. */
export function parseSystem(text: string): Reading<{ name: string; version: string }> {
  const id = valueOf(text, 'ID');
  if (id === undefined || !/^[a-z0-9._-]{1,50}$/.test(id)) return unreadable('unread', text);
  const version = valueOf(text, 'VERSION_ID')?.slice(0, 50) ?? '';
  return read({ name: NAMES[id] ?? `${id.slice(0, 1).toUpperCase()}${id.slice(1)}`, version });
}

function valueOf(text: string, key: string): string | undefined {
  const line = text.split('\n').find((each) => each.startsWith(`${key}=`));
  return line
    ?.slice(key.length + 1)
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2');
}
