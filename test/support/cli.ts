import { runCli, type CliContext, type ExitCode } from '../../lib/cli/index.js';
import { edgeFunctionSource } from '../../constructs/aws/assets.js';
import { synthesize } from '../../constructs/stacks/index.js';

export interface CliRun {
  readonly status: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs one command line in this process, with the real synthesis, and gives what a person would see. */
export async function cli(argv: readonly string[], overrides: Partial<CliContext> = {}): Promise<CliRun> {
  const written = { out: '', err: '' };
  const status = await runCli(argv, {
    env: {},
    cwd: '/',
    now: () => new Date('2027-05-01T12:00:00Z'),
    columns: 80,
    color: false,
    out: (text) => (written.out += text),
    err: (text) => (written.err += text),
    edgeFunctionSources: () => [edgeFunctionSource()],
    stopSignal: () => new AbortController().signal,
    synthesize: (plan, now) => Promise.resolve(synthesize({ plan, now })),
    ...overrides,
  });
  return { status, ...written };
}
