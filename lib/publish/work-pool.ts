import { setImmediate } from 'node:timers/promises';

/** Items after which timers and signals get their turn: some work never leaves this thread. */
const TURN = 64;

/**
 * Works on many items, a few at a time, without a promise for each: memory stays flat however many they are. After the
 * first failure, in any of its rounds, nothing new is begun.
 */
export class WorkPool {
  #failed = false;
  #done = 0;

  /** Rejects with the first failure, at once. */
  async each<T>(items: Iterable<T>, atOnce: number, work: (item: T) => Promise<unknown>): Promise<void> {
    const waiting = items[Symbol.iterator]();
    await Promise.all(Array.from({ length: atOnce }, () => this.drain(waiting, work)));
  }

  private async drain<T>(waiting: Iterator<T>, work: (item: T) => Promise<unknown>): Promise<void> {
    for (let next = waiting.next(); next.done !== true && !this.#failed; next = waiting.next()) {
      try {
        await work(next.value);
        this.#done += 1;
        if (this.#done % TURN === 0) await setImmediate();
      } catch (error) {
        this.#failed = true;
        throw error;
      }
    }
  }
}
