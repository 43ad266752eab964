export type { CliContext, SynthesizedStack } from './context.js';
export { type ExitCode } from './exit-codes.js';
export { runCli } from './run-cli.js';
