#!/usr/bin/env node
/** The command line: `difusor check`, `explain`, `sync`, `schema`. */
import { runCli, type SynthesizedStack } from '../lib/cli/index.js';
import { edgeFunctionSource, frameFunctionSource } from '../constructs/aws/assets.js';
import type { Plan } from '../lib/config/index.js';

/** aws-cdk-lib and cdktf take a second to load and are peers: only a command that synthesizes needs the one or the other. */
async function synthesize(plan: Plan, now: Date): Promise<readonly SynthesizedStack[]> {
  if ('server' in plan) {
    const { synthesizeServers } = await import('../constructs/server/index.js');
    return synthesizeServers(plan);
  }
  const stacks = await import('../constructs/stacks/index.js');
  return stacks.synthesize({ plan, now });
}

// A reader that went away, such as `head`, must not stop a publication; a full disk is told by the exit status.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code !== 'EPIPE') process.exitCode = 1;
  });
}

/** The first signal ends the work in order; a second one of the same kind ends the process as if nobody listened. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => controller.abort());
  return controller.signal;
}

void runCli(process.argv.slice(2), {
  env: process.env,
  cwd: process.cwd(),
  now: () => new Date(),
  columns: process.stdout.columns ?? 80,
  color: process.stdout.isTTY && process.env.NO_COLOR === undefined,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  edgeFunctionSources: () => [edgeFunctionSource(), frameFunctionSource()],
  stopSignal,
  synthesize,
}).then((status) => {
  process.exitCode = process.exitCode === 1 ? 1 : status;
});
