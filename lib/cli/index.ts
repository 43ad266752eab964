export type { CliContext, SynthesizedTemplate } from './context.js';
export { EXIT, type ExitCode } from './exit-codes.js';
export { describeFailure, reportAndExit } from './report-error.js';
export { runCli } from './run-cli.js';
