import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { hasSystemCode } from '../../disk/disk-failure.js';
import { DifusorError } from '../../errors.js';

/** How a program ended, and what it said. */
export interface ProcessEnd {
  /** Exit code, or the name of the signal that ended it. */
  readonly status: number | NodeJS.Signals;
  /** The end of its standard error. */
  readonly said: string;
}

export interface ProcessOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Ends it, whatever it does. */
  readonly signal: AbortSignal;
  /** Told each line of its standard output; where this throws, the program is ended and the error is the result. */
  readonly onLine: (line: string) => void;
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

const KEPT_CHARACTERS = 4000;
const GRACE_MS = 2000;

/**
 * Runs a program of this host without a shell, in an environment that holds nothing but the path to its programs. When
 * this returns or fails, the program has ended.
 * @throws SOURCE_TOOL_MISSING where there is no such program; the signal's reason, or what `onLine` threw
 */
export async function runProcess(options: ProcessOptions): Promise<ProcessEnd> {
  const { command, args, cwd, signal, onLine } = options;
  signal.throwIfAborted();
  const env = { PATH: process.env.PATH, LC_ALL: 'C' };
  // In a group of its own, so that what it starts (ssh) ends with it.
  const child: Child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const end = (): void => endGroup(child);
  signal.addEventListener('abort', end, { once: true });
  let refusal: unknown;
  const refused = (error: unknown): void => {
    refusal ??= error;
    end();
  };
  try {
    const reading = read(child, onLine).catch(refused);
    const [status, said] = await Promise.all([ended(child, command), tailOf(child.stderr), reading]);
    signal.throwIfAborted();
    if (refusal !== undefined) throw refusal as Error;
    return { status, said };
  } finally {
    signal.removeEventListener('abort', end);
  }
}

async function ended(child: Child, command: string): Promise<number | NodeJS.Signals> {
  try {
    const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
    return code ?? signal ?? 'SIGKILL';
  } catch (error) {
    if (hasSystemCode(error, 'ENOENT'))
      throw new DifusorError('SOURCE_TOOL_MISSING', { tool: command }, { cause: error });
    throw error;
  }
}

async function read(child: Child, onLine: (line: string) => void): Promise<void> {
  for await (const line of createInterface({ input: child.stdout, crlfDelay: Infinity })) onLine(line);
}

async function tailOf(stream: Readable): Promise<string> {
  let tail = '';
  for await (const text of stream.setEncoding('utf8')) tail = (tail + String(text)).slice(-KEPT_CHARACTERS);
  return tail;
}

/** Asks a program and all that it started to end, and ends them when they don't. */
function endGroup(child: Child): void {
  const { pid, exitCode, signalCode } = child;
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  const kill = (signal: NodeJS.Signals): void => {
    try {
      process.kill(-pid, signal);
    } catch {
      // It has ended by itself.
    }
  };
  kill('SIGTERM');
  const timer = setTimeout(() => kill('SIGKILL'), GRACE_MS);
  child.once('close', () => clearTimeout(timer));
}
