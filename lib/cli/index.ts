export type { CliContext, SynthesizedTemplate } from './context.js';
export { type ExitCode } from './exit-codes.js';
export { reportAndExit } from './report-error.js';
export { runCli } from './run-cli.js';
