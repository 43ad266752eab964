const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** Sets the variables that the tests' processes inherit. */
module.exports = () => {
  // A fresh file in which tests leave what the reporter says at the end.
  process.env.DIFUSOR_E2E_NOTES = join(mkdtempSync(join(tmpdir(), 'difusor-e2e-')), 'notes.jsonl');
  // Each test file loads the SDK anew, and each would warn of the Node version.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
};
