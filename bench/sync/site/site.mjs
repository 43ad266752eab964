// The site on the disk: a tree for the first cut, and a tree for the next one in each of its forms.
import { linkSync, lstatSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contentOf } from './content.mjs';
import { FIRST, makeCuts } from './cuts.mjs';

/** Seconds since 1970: the first cut's time, and the next one's, 20 minutes later. */
export const CUT_TIMES = { first: 1_717_380_000, next: 1_717_381_200 };

const LONG_AGO = CUT_TIMES.first - 86_400;

/** Times of the next cut's files as the tools find them; what stands in a case's files is another matter. */
export const CASES = {
  normal: { tree: 'next', time: ({ isNew }) => (isNew ? CUT_TIMES.next : CUT_TIMES.first) },
  'lagged-mtime': { tree: 'next', time: () => LONG_AGO },
  'fresh-mtime': { tree: 'next', time: () => CUT_TIMES.next },
  'same-size': { tree: 'next-same-size', time: () => CUT_TIMES.first },
};

/**
 * Writes `first/`, `next/` and `next-same-size/` below a directory; files that are alike share their disk blocks.
 * @returns the cuts by the name of their tree
 */
export function writeSite(directory, { seed, scale }) {
  const cuts = makeCuts({ seed, scale, allSameSize: false });
  const sameSize = makeCuts({ seed, scale, allSameSize: true });
  const tree = (name) => join(directory, name);
  writeTree(tree('first'), cuts.first, (path, version) => contentOf(seed, path, version));
  for (const [name, { first, next }] of [
    ['next', cuts],
    ['next-same-size', sameSize],
  ]) {
    writeTree(tree(name), next, (path, version) => {
      if (first.has(path) && version === FIRST) return { sameAs: join(tree('first'), path) };
      return contentOf(seed, path, version);
    });
  }
  setTimes(tree('first'), cuts.first.keys(), () => CUT_TIMES.first);
  return { first: cuts.first, next: cuts, 'next-same-size': sameSize };
}

/** Gives the files of a case's tree the times that the case wants; the tree's paths are those of `cuts.next`. */
export function setCaseTimes(directory, caseName, cuts) {
  const { tree, time } = CASES[caseName];
  const isNew = new Set([...cuts.changed, ...cuts.added]);
  setTimes(join(directory, tree), cuts.next.keys(), (path) => time({ isNew: isNew.has(path) }));
}

/** What a tool that sends just what changed must send, in files and bytes. */
export function changeOf(directory, caseName, { changed, stealthy, added }) {
  const paths = [...changed, stealthy, ...added];
  const tree = join(directory, CASES[caseName].tree);
  const bytes = paths.reduce((sum, path) => sum + lstatSync(join(tree, path)).size, 0);
  return { files: paths.length, bytes };
}

function writeTree(root, cut, contentAt) {
  for (const [path, version] of cut) {
    const file = join(root, path);
    const content = contentAt(path, version);
    mkdirSync(dirname(file), { recursive: true });
    if (Buffer.isBuffer(content)) writeFileSync(file, content);
    else linkSync(content.sameAs, file);
  }
}

function setTimes(root, paths, timeOf) {
  for (const path of paths) {
    const time = timeOf(path);
    utimesSync(join(root, path), time, time);
  }
}

/** Files and bytes of a tree. */
export function sizeOf(tree, cut) {
  const bytes = [...cut.keys()].reduce((sum, path) => sum + lstatSync(join(tree, path)).size, 0);
  return { files: cut.size, bytes };
}
