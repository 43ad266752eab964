import { closeSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasSystemCode } from '../disk/disk-failure.js';
import { DifusorError } from '../errors.js';

/** How long a lock is waited for, in milliseconds. */
export interface LockTimes {
  /**
   * A holder that is seen for longer than this is dead or stopped, and loses the lock.
   * @default 3,000; a holder keeps it for about one
   */
  readonly staleMs?: number;
  /** @default 10,000 */
  readonly waitMs?: number;
}

/** A lock that is held. */
export interface Hold {
  /** Whether nobody took the lock over, as they do from a process that was stopped for too long. */
  isOurs(): boolean;
  release(): void;
}

const POLL_MS = 5;

/**
 * One holder at a time among the processes of a host: a folder in which the highest number is the holder's file, `12`,
 * or the last holder's, `12.free`.
 *
 * Each holder creates the next number, which only one can; so two that wait for a dead holder can't both take its place,
 * and one that was stopped finds a higher number when it goes on. A dead holder is told by a number that stays, by the
 * clock of the process that waits: the time of day has no part in it.
 *
 * What it can't prevent: a process that is stopped for longer than that between its last look at the lock and its write,
 * a few microseconds later, writes beside the one that took over. No line is lost then, and verifying names the place.
 */
export class JournalLock {
  readonly #waitMs: number;
  readonly #staleMs: number;

  constructor(
    private readonly folder: string,
    { staleMs = 3_000, waitMs = 10_000 }: LockTimes = {},
  ) {
    this.#staleMs = staleMs;
    this.#waitMs = waitMs;
  }

  /** @throws JOURNAL_LOCKED when others hold it for too long; whatever the disk throws */
  async acquire(): Promise<Hold> {
    mkdirSync(this.folder, { recursive: true });
    const startedAt = performance.now();
    let seen = { number: -1, since: startedAt };
    for (;;) {
      const { number, held } = this.#top();
      const now = performance.now();
      if (number !== seen.number) seen = { number, since: now };
      if (!held || now - seen.since > this.#staleMs) {
        const hold = this.#claim(number + 1);
        if (hold !== undefined) return hold;
      }
      if (now - startedAt > this.#waitMs) throw this.#locked();
      await sleep(POLL_MS);
    }
  }

  #claim(number: number): Hold | undefined {
    const file = join(this.folder, String(number));
    try {
      closeSync(openSync(file, 'wx', 0o640));
    } catch (error) {
      if (hasSystemCode(error, 'EEXIST')) return undefined;
      throw error;
    }
    const isOurs = (): boolean => {
      const top = this.#top();
      return top.held && top.number === number;
    };
    if (!isOurs()) {
      // The folder was read before others came and went: this number has been used.
      rmSync(file, { force: true });
      return undefined;
    }
    this.#clearBelow(number);
    return { isOurs, release: () => this.#release(file) };
  }

  #release(file: string): void {
    try {
      renameSync(file, `${file}.free`);
    } catch (error) {
      // Whoever took the lock over has cleared it away.
      if (!hasSystemCode(error, 'ENOENT')) throw error;
    }
  }

  #clearBelow(number: number): void {
    for (const name of readdirSync(this.folder)) {
      if (numberOf(name) < number) rmSync(join(this.folder, name), { force: true });
    }
  }

  #top(): { readonly number: number; readonly held: boolean } {
    const names = readdirSync(this.folder);
    const number = Math.max(0, ...names.map(numberOf));
    return { number, held: names.includes(String(number)) && !names.includes(`${number}.free`) };
  }

  #locked(): DifusorError {
    const path = this.folder.replace(/\.lock$/, '');
    return new DifusorError('JOURNAL_LOCKED', { path }, { retryable: true });
  }
}

function numberOf(name: string): number {
  return Number(/^(\d{1,15})(?:\.free)?$/.exec(name)?.[1] ?? 0);
}
