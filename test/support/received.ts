import { lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { treeSha256, type ReceivedArchive, type ReceivedTree } from '../../lib/cut/index.js';
import { sha256 } from './cuts.js';

/** An archive as it stands in a directory once it was received. */
export function receivedArchive(directory: string, bytes: Buffer, name = 'package'): ReceivedArchive {
  const path = join(directory, name);
  writeFileSync(path, bytes);
  return { form: 'archive', name, path, bytes: bytes.length, sha256: sha256(bytes) };
}

/** A folder as it stands once a snapshot of it was taken; files that are no plain ones are not among the hashed. */
export function receivedTree(path: string): ReceivedTree {
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  const files = names
    .filter((name) => lstatSync(join(path, name), { throwIfNoEntry: false })?.isFile())
    .map((name) => ({ path: name, content: readFileSync(join(path, name)) }))
    .map(({ path, content }) => ({ path, size: content.length, sha256: sha256(content) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return { form: 'tree', name: 'package', path, bytes, sha256: treeSha256(files), files };
}

/** Writes files below a directory, with the folders that they need. */
export function writeFiles(directory: string, contents: Readonly<Record<string, string | Buffer>>): void {
  for (const [path, content] of Object.entries(contents)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  }
}
