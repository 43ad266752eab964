// What readers get after a run, against what the cut holds.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePointer } from '../../dist/lib/edge/pointer.js';
import { route } from '../../dist/lib/edge/routing.js';

/** Lower-case hexadecimal SHA-256 of each of a cut's files, read from its tree. */
export function digestsOf(tree, paths) {
  const digest = (path) =>
    createHash('sha256')
      .update(readFileSync(join(tree, path)))
      .digest('hex');
  return new Map([...paths].map((path) => [path, digest(path)]));
}

/** The key under which the edge finds a path, given the stored pointer. */
export function keyThrough(storedPointer) {
  const pointer = parsePointer(storedPointer);
  return (path) => {
    const { kind, uri } = route(pointer, `/${path}`, '');
    return kind === 'rewrite' ? uri.slice(1) : undefined;
  };
}

/**
 * Counts what is wrong for readers.
 * @param bucket SHA-256 by key
 * @returns `stale`: files of the cut that are missing or have other content; `left`: deleted ones still there
 */
export function compareWithCut({ bucket, expected, deleted, keyOf }) {
  return {
    stale: [...expected].filter(([path, digest]) => bucket.get(keyOf(path)) !== digest).length,
    left: deleted.filter((path) => bucket.has(keyOf(path))).length,
  };
}
