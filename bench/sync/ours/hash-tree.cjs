// The files of a tree with their digests. The worker takes them while it receives a package; here a tree is at hand, so
// that ours and the others start alike.
'use strict';
const { createHash, hash } = require('node:crypto');
const { closeSync, openSync, readdirSync, readSync } = require('node:fs');
const { treeSha256 } = require('../../../dist/lib/cut/received-package.js');

const CHUNK = Buffer.allocUnsafe(256 * 1024);

/** The files, sorted by path, and one digest for the tree. */
exports.hashTree = function hashTree(root) {
  const paths = [...pathsIn(root, '')].sort();
  const files = paths.map((path) => ({ path, ...hashFile(`${root}/${path}`) }));
  return { files, sha256: treeSha256(files) };
};

function* pathsIn(root, folder) {
  for (const entry of readdirSync(`${root}/${folder}`, { withFileTypes: true })) {
    const path = `${folder}${entry.name}`;
    if (entry.isDirectory()) yield* pathsIn(root, `${path}/`);
    else if (entry.isFile()) yield path;
  }
}

function hashFile(path) {
  const file = openSync(path);
  try {
    const first = readSync(file, CHUNK);
    if (first < CHUNK.length) return { size: first, sha256: hash('sha256', CHUNK.subarray(0, first)) };
    return hashOn(file, first);
  } finally {
    closeSync(file);
  }
}

/** Of a file that is larger than the chunk, whose beginning the chunk holds. */
function hashOn(file, first) {
  const digest = createHash('sha256');
  let size = 0;
  for (let bytes = first; bytes > 0; bytes = readSync(file, CHUNK)) {
    digest.update(CHUNK.subarray(0, bytes));
    size += bytes;
  }
  return { size, sha256: digest.digest('hex') };
}
