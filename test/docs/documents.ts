import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** Paths of the documents for people, relative to the project. */
export const DOCUMENTS: readonly string[] = [
  'README.md',
  'README.en.md',
  ...markdownIn('docs'),
  ...markdownIn('docs/decisions'),
  'examples/bcs/README.md',
  'examples/daemon/README.md',
];

/** Absolute path of a document. */
export function documentPath(name: string): string {
  return join(ROOT, name);
}

function markdownIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(folder, name));
}
