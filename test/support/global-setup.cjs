const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** Gives a run a temporary folder of its own, short since paths of sockets are, which the end takes away with all in it. */
module.exports = () => {
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'dt-'));
};
