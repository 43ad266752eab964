import type { Fact } from '../../../facts.js';

/** Lines of a sshd_config, each keyword in lower case with its value. */
export interface SshSettings {
  /** The first value of each keyword, outside of any `Match` block: the one that counts. */
  readonly first: ReadonlyMap<string, string>;
  /** Keywords that a `Match` block sets, with their values. */
  readonly matched: readonly (readonly [keyword: string, value: string])[];
  /** A file that it includes and that is not among the texts: it may say anything. */
  readonly elsewhere: string | undefined;
}

/** Drop-ins, which are read as texts of their own. */
const DROP_INS = '/etc/ssh/sshd_config.d/*.conf';

/** Reads the texts in the order in which sshd includes them. */
export function readSshSettings(texts: readonly string[]): SshSettings {
  const first = new Map<string, string>();
  const matched: (readonly [string, string])[] = [];
  let elsewhere: string | undefined;
  for (const text of texts) {
    let inMatch = false;
    for (const line of text.split('\n')) {
      const [key, value] = wordsOf(line);
      if (key === '') continue;
      if (key === 'include' && value !== DROP_INS) elsewhere ??= value;
      else if (key === 'match') inMatch = value.toLowerCase() !== 'all';
      else if (inMatch) matched.push([key, value]);
      else if (!first.has(key)) first.set(key, value);
    }
  }
  return { first, matched, elsewhere };
}

/** The keyword in lower case and its value; empty for a comment. */
function wordsOf(line: string): readonly [keyword: string, value: string] {
  const text = line.trim();
  const [keyword = ''] = /^[A-Za-z]\w*/.exec(text) ?? [];
  const value = text.slice(keyword.length).trim().replace(/^=/, '').trim();
  return [keyword.toLowerCase(), value.replace(/^"/, '').replace(/"$/, '')];
}

/** Whether a switch is on for anybody; unresolved where only a `Match` block turns it on for some. */
export function sshSwitch(
  { first, matched, elsewhere }: SshSettings,
  keyword: string,
  byDefault: boolean,
): Fact<boolean> {
  if (elsewhere !== undefined) return { unresolved: `Include ${elsewhere}` };
  const key = keyword.toLowerCase();
  const value = first.get(key);
  const on = value === undefined ? byDefault : value.toLowerCase() !== 'no';
  const some = matched.some(([name, setting]) => name === key && setting.toLowerCase() !== 'no');
  return !on && some ? { unresolved: `Match: ${keyword}` } : on;
}
