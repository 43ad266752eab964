import type { Fact } from '../../../facts.js';

/** Lines of a sshd_config, each keyword in lower case with its value. */
export interface SshSettings {
  /** The first value of each keyword, outside of any `Match` block: the one that counts. */
  readonly first: ReadonlyMap<string, string>;
  /** Keywords that a `Match` block sets, with their values. */
  readonly matched: readonly (readonly [keyword: string, value: string])[];
}

/** Reads the texts in the order in which sshd includes them. */
export function readSshSettings(texts: readonly string[]): SshSettings {
  const first = new Map<string, string>();
  const matched: (readonly [string, string])[] = [];
  for (const text of texts) {
    let inMatch = false;
    for (const line of text.split('\n')) {
      const [, keyword = '', value = ''] = /^\s*([A-Za-z]\w*)(?:\s+|\s*=\s*)"?(.*?)"?\s*$/.exec(line) ?? [];
      const key = keyword.toLowerCase();
      if (key === '') continue;
      if (key === 'match') inMatch = value.toLowerCase() !== 'all';
      else if (inMatch) matched.push([key, value]);
      else if (!first.has(key)) first.set(key, value);
    }
  }
  return { first, matched };
}

/** Whether a switch is on for anybody; unresolved where only a `Match` block turns it on for some. */
export function sshSwitch(
  { first, matched }: SshSettings,
  keyword: string,
  byDefault: boolean,
): Fact<boolean> {
  const key = keyword.toLowerCase();
  const value = first.get(key);
  const on = value === undefined ? byDefault : value.toLowerCase() !== 'no';
  const some = matched.some(([name, setting]) => name === key && setting.toLowerCase() !== 'no');
  return !on && some ? { unresolved: `Match: ${keyword}` } : on;
}
