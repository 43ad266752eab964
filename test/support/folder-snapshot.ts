import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from './cuts.js';

/** Every file, link and folder below a folder; of files and links also which one it is, its time and its content. */
export function folderSnapshot(root: string): ReadonlyMap<string, string> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return new Map(names.sort().map((name) => [name, describeEntry(join(root, name))]));
}

/** Paths that came, went, or are no longer what they were. */
export function changedBetween(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  return paths.filter((path) => before.get(path) !== after.get(path)).sort();
}

function describeEntry(path: string): string {
  const found = lstatSync(path, { bigint: true });
  // A folder's time moves with what comes and goes in it, also where nothing of it stays.
  if (found.isDirectory()) return 'folder';
  const content = found.isSymbolicLink() ? readlinkSync(path) : sha256(readFileSync(path));
  return `${found.ino} ${found.mtimeNs} ${content}`;
}
