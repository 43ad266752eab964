// Packages that ship only ES modules: jest 30 on Node 20 cannot require() them, so swc turns them into CommonJS.
const ESM_ONLY = [
  'p-limit',
  'p-retry',
  'yocto-queue',
  'is-network-error',
  'intl-messageformat',
  '@formatjs',
  'mime',
];

/** @type {import('jest').Config} */
module.exports = {
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['<rootDir>/test/e2e/'],
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/support/global-setup.cjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.cjs',
  setupFiles: ['<rootDir>/test/setup.ts'],
  transform: {
    '^.+\\.[cm]?[jt]s$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${ESM_ONLY.join('|')})/)`],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  reporters: ['default', '<rootDir>/test/support/summary-reporter.cjs'],
  maxWorkers: 2,
  // Milliseconds. No test depends on speed: this ends only what hangs, also on a machine that does much other work.
  testTimeout: 300_000,
};
