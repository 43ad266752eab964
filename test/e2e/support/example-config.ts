import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';

export const ROOT = join(__dirname, '..', '..', '..');
const EXAMPLE = join(ROOT, 'examples', 'bcs', 'difusor.yaml');

/** Writes the difusor.yaml of examples/bcs with some keys set anew, each named by its dotted path; gives its path. */
export function exampleConfig(
  folder: string,
  name: string,
  changes: Readonly<Record<string, unknown>> = {},
): string {
  const document = parseDocument(readFileSync(EXAMPLE, 'utf8'));
  for (const [path, value] of Object.entries(changes)) document.setIn(path.split('.'), value);
  const file = join(folder, `${name}.yaml`);
  writeFileSync(file, document.toString());
  return file;
}
