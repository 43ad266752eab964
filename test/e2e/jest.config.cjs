// The unit tests' configuration with other roots: what needs tools of the machine, one file at a time.
const unit = require('../../jest.config.cjs');

/** @type {import('jest').Config} */
module.exports = {
  ...unit,
  rootDir: '../..',
  roots: ['<rootDir>/test/e2e'],
  testMatch: ['**/*.e2e.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  globalSetup: '<rootDir>/test/e2e/support/global-setup.cjs',
  // The unit tests' would take away a folder that is not of this run's.
  globalTeardown: undefined,
  reporters: ['default', '<rootDir>/test/support/summary-reporter.cjs'],
  testTimeout: 1_800_000,
  maxWorkers: 1,
};
