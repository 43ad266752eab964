/** One line of a configuration: what it sets, in which section. */
export interface Setting {
  /** In lower case; empty above the first. */
  readonly section: string;
  /** In lower case. */
  readonly key: string;
  readonly value: string;
  readonly line: string;
}

/** Whether a value is harmless. */
export type Allowed = RegExp | ((value: string) => boolean);

/** What each section may set, by `section.key` or, in any section, by `key` alone. */
export type AllowedSettings = Readonly<Record<string, Allowed>>;

/** Lines with `key = value` under `[section]`; a line that is neither has an empty key. */
export function readAssignments(text: string): Setting[] {
  let section = '';
  return linesOf(text).flatMap((line) => {
    const [, name] = /^\[([^\]]+)\]$/.exec(line) ?? [];
    if (name !== undefined) section = name.trim().toLowerCase();
    if (name !== undefined) return [];
    const at = line.indexOf('=');
    const key = line.slice(0, Math.max(at, 0)).trim().toLowerCase();
    return [{ section, key, value: line.slice(at + 1).trim(), line }];
  });
}

/** Lines of a keyword and what follows it. */
export function readKeywords(text: string): Setting[] {
  return linesOf(text).map((line) => {
    const [, key = '', value = ''] = /^(\S+)\s*(.*)$/.exec(line) ?? [];
    return { section: '', key: key.toLowerCase(), value: value.trim(), line };
  });
}

/** The lines that nobody knows to be harmless. */
export function unknownSettings(settings: readonly Setting[], allowed: AllowedSettings): string[] {
  return settings
    .filter(({ section, key, value }) => {
      const known = own(allowed, `${section}.${key}`) ?? own(allowed, key);
      if (known === undefined) return true;
      return known instanceof RegExp ? !known.test(value) : !known(value);
    })
    .map(({ line }) => line);
}

/** The lines of keys that are there more than once. */
export function repeated(settings: readonly Setting[]): string[] {
  const names = settings.map(({ section, key }) => `${section}.${key}`);
  return settings.filter((_, index) => names.indexOf(names[index] ?? '') !== index).map(({ line }) => line);
}

function own(allowed: AllowedSettings, name: string): Allowed | undefined {
  return Object.hasOwn(allowed, name) ? allowed[name] : undefined;
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^[#;]/.test(line));
}
