// The files of a tree with their digests. The worker takes them while it receives a package; here a tree is at hand, so
// that ours and the others start alike.
'use strict';
const { createHash } = require('node:crypto');
const { closeSync, openSync, readdirSync, readSync } = require('node:fs');
const { join, relative } = require('node:path');
const { treeSha256 } = require('../../../dist/lib/cut/index.js');

const CHUNK = Buffer.allocUnsafe(256 * 1024);

/** The files, sorted by path, and one digest for the tree. */
exports.hashTree = function hashTree(root) {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = entries.map(({ parentPath, name }) => relative(root, join(parentPath, name))).sort();
  const files = paths.map((path) => ({ path, ...hashFile(join(root, path)) }));
  return { files, sha256: treeSha256(files) };
};

function hashFile(path) {
  const hash = createHash('sha256');
  const file = openSync(path);
  try {
    for (let size = 0; ;) {
      const bytes = readSync(file, CHUNK, 0, CHUNK.length, null);
      if (bytes === 0) return { size, sha256: hash.digest('hex') };
      hash.update(CHUNK.subarray(0, bytes));
      size += bytes;
    }
  } finally {
    closeSync(file);
  }
}
