import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** Paths of the documents for people, relative to the project. */
export const DOCUMENTS: readonly string[] = [
  'README.md',
  'README.en.md',
  ...markdownIn('docs'),
  ...markdownIn('docs/decisions'),
  'examples/README.md',
  ...examplesIn('examples'),
];

/** Absolute path of a document. */
export function documentPath(name: string): string {
  return join(ROOT, name);
}

function examplesIn(folder: string): readonly string[] {
  const folders = readdirSync(join(ROOT, folder), { withFileTypes: true }).filter((each) =>
    each.isDirectory(),
  );
  return folders.map(({ name }) => join(folder, name, 'README.md')).sort();
}

function markdownIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(folder, name));
}
