import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { cleanEnvironment } from './clean-environment.js';
import { ROOT } from './example-config.js';

/** The compiled command line, or that of another build. */
const PROGRAM = process.env.DIFUSOR_PROGRAM ?? join(ROOT, 'dist', 'bin', 'difusor.js');

export interface ProcessOptions {
  readonly cwd: string;
  /**
   * A command that runs it, such as `strace`, as words.
   * @default none
   */
  readonly under?: readonly string[];
  /**
   * Variables on top of the caller's; never a secret.
   * @default none
   */
  readonly env?: Readonly<Record<string, string>>;
}

export interface Ended {
  /** `null` where a signal ended it. */
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

const running = new Set<DifusorProcess>();

/** Ends every process that a test has left. */
export async function endProcesses(): Promise<void> {
  await Promise.all([...running].map((process) => process.kill()));
}

/** A process of the real command line. */
export class DifusorProcess {
  readonly ended: Promise<Ended>;
  /** Comes with its first words on standard error, which a run has at its start, or with its end. */
  readonly spoke: Promise<void>;
  readonly #child: ChildProcessByStdio<null, Readable, Readable>;
  #out = '';
  #err = '';

  constructor(args: readonly string[], { cwd, under = [], env = {} }: ProcessOptions) {
    const [command = process.execPath, ...rest] = [...under, process.execPath, PROGRAM, ...args];
    this.#child = spawn(command, rest, {
      cwd,
      env: cleanEnvironment({ DIFUSOR_LANG: 'en', ...env }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child.stdout.setEncoding('utf8').on('data', (text: string) => (this.#out += text));
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => (this.#err += text));
    const spoke = new Promise<void>((resolve) => this.#child.stderr.once('data', () => resolve()));
    this.ended = new Promise((resolve, reject) => {
      this.#child.once('error', reject);
      this.#child.once('close', (status, signal) =>
        resolve({ status, signal, out: this.#out, err: this.#err }),
      );
    });
    running.add(this);
    void this.ended.finally(() => running.delete(this)).catch(() => undefined);
    this.spoke = Promise.race([spoke, this.ended.then(() => undefined)]);
  }

  get pid(): number {
    if (this.#child.pid === undefined) throw new Error('the process did not start');
    return this.#child.pid;
  }

  /** What it has printed to standard output. */
  get out(): string {
    return this.#out;
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  /** Ends it at once, as `kill -9` does, and waits until it is gone. */
  async kill(): Promise<Ended> {
    this.signal('SIGKILL');
    return this.ended;
  }
}
