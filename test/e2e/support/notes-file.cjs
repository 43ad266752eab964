const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** Names a fresh file in which tests leave what the reporter says at the end; workers inherit the variable. */
module.exports = () => {
  process.env.DIFUSOR_E2E_NOTES = join(mkdtempSync(join(tmpdir(), 'difusor-e2e-')), 'notes.jsonl');
};
