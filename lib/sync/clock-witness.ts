import type { WorkerWindow } from '../worker-settings.js';

/** Seconds by which the source's clock may be slow and still agree that the opening is past. */
const TOLERANCE_SECONDS = 60;

/** Seconds by which this host's clock is ahead of the source's where it counts as wrong. */
const WRONG_SECONDS = 30 * 60;

/**
 * The source's clock as a witness for this host's, which may be set wrong at any time: what the source said the time was
 * goes on by a clock that nobody sets. Kept in memory only.
 */
export class ClockWitness {
  #heard: { readonly sourceMs: number; readonly atMs: number } | undefined;

  /** @param monotonicMs milliseconds of a clock that is never set, e.g. `performance.now` */
  constructor(private readonly monotonicMs: () => number) {}

  /** @param sourceTime the source's idea of now; absent where it did not tell */
  hear(sourceTime: Date | undefined): void {
    if (sourceTime !== undefined) this.#heard = { sourceMs: sourceTime.getTime(), atMs: this.monotonicMs() };
  }

  /**
   * Whether the source's clock agrees that the opening is past.
   * @param tellsTime whether the source ever says the time; one that does and was not heard yet does not agree
   */
  confirmsOpening({ opensAt }: WorkerWindow, tellsTime: boolean): boolean {
    const sourceNow = this.#sourceNow();
    if (sourceNow === undefined) return !tellsTime;
    return sourceNow >= new Date(opensAt).getTime() - TOLERANCE_SECONDS * 1000;
  }

  /** Whether the source has said what time it is. */
  get wasHeard(): boolean {
    return this.#heard !== undefined;
  }

  /**
   * The present by which cuts from the future are told: this host's, but for one that is so far ahead of the source's
   * that it must be wrong. A server that is a little slow must not have its cuts refused all night.
   */
  present(now: Date): Date {
    const sourceNow = this.#sourceNow() ?? Infinity;
    return now.getTime() - sourceNow > WRONG_SECONDS * 1000 ? new Date(sourceNow) : now;
  }

  #sourceNow(): number | undefined {
    if (this.#heard === undefined) return undefined;
    return this.#heard.sourceMs + this.monotonicMs() - this.#heard.atMs;
  }
}
