import { DifusorError, type ErrorCode } from '../../lib/errors.js';

/** What a simulated call may meet. */
export type FaultKind =
  /** It fails, and nothing happened. */
  | 'refused'
  /** It happens, and its answer is lost. */
  | 'landed'
  /** The process dies before it, or right after it. */
  | 'dies-before'
  | 'dies-after'
  /** The process stands still before it, until it is told to go on. */
  | 'parked';

export interface Fault {
  /** Number of the call in the run, from 1, or the flip of the pointer, on which the most depends. */
  readonly call: number | 'flip';
  readonly kind: FaultKind;
}

/** Thrown to a process that is dead; it never reaches anybody. */
class ProcessDied extends Error {}

/**
 * A process of the worker as its outside sees it: each call that has an effect outside goes through here, and meets what
 * the run's faults say. Once dead it has no effect any more, as after kill -9.
 */
export class SimulatedProcess {
  dead = false;
  /** Calls of the run at hand. */
  calls = 0;
  /** Kinds of faults that were met. */
  readonly met: FaultKind[] = [];
  #faults: readonly Fault[] = [];
  /** Of each call that stands still: several may be under way. */
  #releases: (() => void)[] = [];
  /** Nobody stands still twice. */
  #wentOn = false;
  #tell: (() => void) | undefined;

  /** Milliseconds by which this process's clock is ahead. */
  clockAheadMs = 0;

  beginRun(faults: readonly Fault[]): void {
    this.calls = 0;
    this.#faults = faults;
  }

  /** Lets a process that stands still go on. */
  goOn(): void {
    this.#wentOn = true;
    for (const release of this.#releases.splice(0)) release();
  }

  /**
   * @param code what a failing call says
   * @param isFlip whether the call moves the pointer
   */
  async call<T>(code: ErrorCode, effect: () => Promise<T>, isFlip = false): Promise<T> {
    this.assertAlive();
    const kind = this.nextFault(isFlip);
    if (kind === 'parked' && !this.#wentOn) await this.park();
    if (kind === 'dies-before') this.die();
    if (kind === 'refused') throw failure(code);
    const result = await effect();
    if (kind === 'dies-after') this.die();
    if (kind === 'landed') throw failure(code);
    return result;
  }

  private nextFault(isFlip: boolean): FaultKind | undefined {
    this.calls += 1;
    const fault = this.#faults.find(({ call }) => call === this.calls || (call === 'flip' && isFlip));
    if (fault !== undefined) this.met.push(fault.kind);
    return fault?.kind;
  }

  private assertAlive(): void {
    if (this.dead) throw new ProcessDied();
  }

  private die(): never {
    this.dead = true;
    throw new ProcessDied();
  }

  /** Tells once that the process stands still. */
  onPark(tell: () => void): void {
    this.#tell = tell;
  }

  private park(): Promise<void> {
    return new Promise((resolve) => {
      this.#releases.push(resolve);
      this.#tell?.();
    });
  }
}

function failure(code: ErrorCode): DifusorError {
  return new DifusorError(
    code,
    { path: 'simulated', host: 'simulated', reason: 'simulated' },
    { retryable: true },
  );
}
