// From a tree at hand to the flipped pointer, with the library's own parts in the worker's order.
'use strict';
const { generationOf } = require('../../../dist/lib/cut/generation.js');
const { shareEntries } = require('../../../dist/lib/publish/known-files.js');
const { publishCut } = require('../../../dist/lib/publish/publish-cut.js');
const { hashTree } = require('./hash-tree.cjs');

/**
 * Publishes a tree as a cut, or finds that readers have it already.
 * @returns what the library reports of the stage; `null` where there was nothing to do
 */
exports.publishTree = async function publishTree(store, { tree, cutSeconds }) {
  const notes = await store.readNotes();
  const { pointer } = await store.readPointer();
  const live = pointer.generation;
  const base = live === undefined ? undefined : await store.readManifest(live);
  const { files, sha256 } = filesOf(tree, base);
  const cutTime = new Date(cutSeconds * 1000);
  const generation = generationOf(cutTime, sha256);
  if (generation === live) return null;
  const manifest = {
    format: 1,
    generation,
    cutTime: cutTime.toISOString(),
    packageName: 'tree',
    packageSha256: sha256,
    window: 'election',
    rehearsal: false,
    ...(live === undefined ? {} : { supersedes: live }),
    files,
  };
  const { staged } = await publishCut(
    store,
    { manifest, directory: tree },
    { cacheControl: [], base, hold: false, stablePrefixes: ['/actas/'] },
  );
  await store.writeNotes(JSON.stringify({ generation }), notes);
  return staged;
};

function filesOf(tree, base) {
  const { files, sha256 } = hashTree(tree);
  return { files: shareEntries(files, base), sha256 };
}
