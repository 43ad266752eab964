const { chmodSync, mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** Gives a run a temporary folder of its own, short since paths of sockets are, which the end takes away with all in it. */
module.exports = () => {
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'dt-'));
  // Some tests give up the rights of root for a while, and must still come through to their own folders.
  chmodSync(process.env.TMPDIR, 0o755);
};
