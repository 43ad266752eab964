import { readFileSync } from 'node:fs';
import type { ProcessOptions } from './difusor-process.js';

/** Calls of the system as strace names a set of them: one name, or an expression after a slash. */
export type Calls = string;

/** One thread for all disk calls, so that they come in one order; strace counts for each thread by itself. */
const ONE_THREAD = { UV_THREADPOOL_SIZE: '1', UV_USE_IO_URING: '0' };

/** A process whose calls are written to a file. */
export function traced(calls: Calls, file: string): Pick<ProcessOptions, 'under' | 'env'> {
  return { under: [...strace(calls), '-o', file], env: ONE_THREAD };
}

/** How often one thread made calls of a set, of the thread that made the most. */
export function mostCalls(file: string): number {
  const counts = new Map<string, number>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const thread = /^(\d+) +\w+\(/.exec(line)?.[1];
    if (thread !== undefined) counts.set(thread, (counts.get(thread) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

export interface Injection {
  /** Number of the call, from 1; `5+` for it and all after it. */
  readonly when: string;
  /** What happens there: `signal=KILL`, `error=EIO`. */
  readonly what: string;
  /**
   * Only calls on this file count.
   * @default all
   */
  readonly path?: string;
}

/** A process that meets a fault at a call. */
export function faulty(calls: Calls, { when, what, path }: Injection): Pick<ProcessOptions, 'under' | 'env'> {
  const only = path === undefined ? [] : ['-P', path];
  const inject = ['-e', `inject=${calls}:${what}:when=${when}`];
  return { under: [...strace(calls), '-o', '/dev/null', ...only, ...inject], env: ONE_THREAD };
}

/** Numbers from 1 to the last, both among them, as evenly spread as they can be. */
export function spread(last: number, points: number): readonly number[] {
  const step = (last - 1) / Math.max(1, points - 1);
  return [...new Set(Array.from({ length: points }, (_, point) => Math.round(1 + point * step)))];
}

function strace(calls: Calls): readonly string[] {
  // Without --seccomp-bpf: strace 6.1 injects no signal with it.
  return ['strace', '-f', '-qq', '-e', `trace=${calls}`, '-e', 'signal=none'];
}
