import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CLAUSES_FILE, FACTS_FILE, listConvocatorias, type LoadOptions } from './loader.js';

/**
 * The texts of a call's two files by their names, where it is a folder of the user's own; `undefined` for a built-in
 * call, which the toolkit has everywhere.
 */
export function ownCallFiles(
  idOrPath: string,
  { baseDir = '.', builtInDir }: LoadOptions = {},
): Readonly<Record<string, string>> | undefined {
  if (listConvocatorias(builtInDir === undefined ? {} : { builtInDir }).includes(idOrPath)) return undefined;
  const folder = resolve(baseDir, idOrPath);
  return Object.fromEntries(
    [FACTS_FILE, CLAUSES_FILE].map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}
