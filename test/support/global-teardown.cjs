const { rmSync } = require('node:fs');

/** Takes away the temporary folder that the run had from its setup. */
module.exports = () => {
  try {
    rmSync(process.env.TMPDIR, { recursive: true, force: true, maxRetries: 3 });
  } catch (error) {
    // What is left there is no fault of what was tested.
    console.warn(`left in the temporary folder: ${error.message}`);
  }
};
