// What the worker does with a tree at hand on a server: `node publish-to-directory.cjs JSON`.
'use strict';
const { openDirectorySiteStore } = require('../../../dist/lib/publish/directory-site-store.js');
const { keepHeapSmall } = require('../../../dist/lib/sync/small-heap.js');
const { publishTree } = require('./publish-tree.cjs');

keepHeapSmall();
const { root, precompress, ...task } = JSON.parse(process.argv[2]);

openDirectorySiteStore(root, { precompress })
  .then((store) => publishTree(store, task))
  .then((staged) => process.stdout.write(JSON.stringify(staged)));
