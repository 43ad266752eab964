import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buildSync } from 'esbuild';

/** A process that appends to a journal. */
export interface JournalProcess {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  /** How many of its entries it has seen committed. */
  acknowledged(): number;
  /** Exit status; `null` when a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** Makes one script of the writer, so that a child needs no loader; gives its path. */
export function bundleJournalWriter(directory: string): string {
  const outfile = join(directory, 'journal-writer.cjs');
  buildSync({
    entryPoints: [join(__dirname, 'journal-writer.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'warning',
  });
  return outfile;
}

/** Starts a writer; `prefix` is a command that runs it, e.g. a shell with a limit. */
export function startJournalWriter(
  script: string,
  args: readonly string[],
  prefix: readonly string[] = [],
): JournalProcess {
  const [command = process.execPath, ...rest] = [...prefix, process.execPath, script, ...args];
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
  let acknowledged = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    acknowledged += text.split('\n').length - 1;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, acknowledged: () => acknowledged, ended };
}
