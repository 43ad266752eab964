import { runCli, type CliContext, type ExitCode, type SynthesizedStack } from '../../lib/cli/index.js';
import type { Plan } from '../../lib/config/index.js';
import { edgeFunctionSource } from '../../constructs/aws/assets.js';
import * as aws from '../../constructs/stacks/index.js';

export interface CliRun {
  readonly status: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** cdktf is loaded only where a test needs it. */
async function synthesize(plan: Plan, now: Date): Promise<readonly SynthesizedStack[]> {
  if (!('server' in plan)) return aws.synthesize({ plan, now });
  const servers = await import('../../constructs/server/index.js');
  return servers.synthesizeServers(plan);
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
    synthesize,
    ...overrides,
  });
  return { status, ...written };
}
