import { read, unreadable, type Reading } from '../reading.js';

type Rights = 'full' | 'limited' | 'none';

/** What `sudo -n -l` lists, one permission a line: `(ALL : ALL) NOPASSWD: ALL`. */
export function parseSudo(text: string): Reading<Rights> {
  if (/is not allowed to run sudo|may not run sudo/.test(text)) return read('none');
  const granted = text
    .split('\n')
    .map((line) => /^\s+\(([^)]*)\)\s*((?:[A-Z_]+:\s*)*)(.*)$/.exec(line))
    .filter((match) => match !== null);
  if (granted.length === 0) return unreadable('unread', text);
  const full = granted.some(
    ([, as = '', , commands = '']) => /^(ALL|root)\b/.test(as) && commands.trim() === 'ALL',
  );
  return read(full ? 'full' : 'limited');
}
