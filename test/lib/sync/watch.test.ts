import type { SyncOutcome } from '../../../lib/sync/outcome.js';
import { watch } from '../../../lib/sync/watch.js';
import { FIRST_ID } from '../../support/night.js';

const UNCHANGED: SyncOutcome = { kind: 'unchanged', generation: FIRST_ID };

/** A clock that only runs and waits move. */
class Watched {
  now = 0;
  readonly startedAt: number[] = [];
  readonly waited: number[] = [];
  readonly outcomes: SyncOutcome[] = [];
  readonly stop = new AbortController();

  /** Watches runs that take so many milliseconds each, until they are over. */
  async watch(
    runs: readonly { readonly takesMs: number; readonly outcome?: SyncOutcome; readonly stops?: boolean }[],
    waits: { readonly stopsIn?: number } = {},
  ): Promise<void> {
    const left = [...runs];
    await watch({
      everyMs: 60_000,
      signal: this.stop.signal,
      monotonicMs: () => this.now,
      onOutcome: (outcome) => this.outcomes.push(outcome),
      wait: (ms) => {
        this.waited.push(ms);
        if (this.waited.length === waits.stopsIn) this.stop.abort();
        this.now += ms;
        return Promise.resolve();
      },
      worker: {
        runOnce: () => {
          const run = left.shift();
          if (run === undefined) throw new Error('one run too many');
          this.startedAt.push(this.now);
          this.now += run.takesMs;
          if (run.stops === true || left.length === 0) this.stop.abort();
          return Promise.resolve(run.outcome ?? UNCHANGED);
        },
      },
    });
  }
}

describe('watch', () => {
  let watched: Watched;
  beforeEach(() => {
    watched = new Watched();
  });

  it('counts the interval from start to start', async () => {
    await watched.watch([{ takesMs: 10_000 }, { takesMs: 59_999 }, { takesMs: 0 }]);
    expect(watched.startedAt).toEqual([0, 60_000, 120_000]);
    expect(watched.waited.slice(0, 2)).toEqual([50_000, 1]);
  });

  it('runs again at once where a run took longer than the interval', async () => {
    await watched.watch([{ takesMs: 60_000 }, { takesMs: 75_000 }, { takesMs: 0 }]);
    expect(watched.startedAt).toEqual([0, 60_000, 135_000]);
  });

  it('runs again at once where the next package waits already', async () => {
    const more = { ...UNCHANGED, more: true };
    await watched.watch([
      { takesMs: 1_000, outcome: more },
      { takesMs: 1_000, outcome: more },
      { takesMs: 1_000 },
      { takesMs: 1_000 },
    ]);
    expect(watched.startedAt).toEqual([0, 1_000, 2_000, 62_000]);
    expect(watched.outcomes).toHaveLength(4);
  });

  it('ends after the run at hand, and tells what it came to', async () => {
    await watched.watch([{ takesMs: 5_000 }, { takesMs: 5_000, stops: true }, { takesMs: 5_000 }]);
    expect(watched.startedAt).toHaveLength(2);
    expect(watched.outcomes).toHaveLength(2);
  });

  it('ends after the run at hand though another package waits', async () => {
    await watched.watch([
      { takesMs: 1, outcome: { ...UNCHANGED, more: true }, stops: true },
      { takesMs: 1 },
      { takesMs: 1 },
    ]);
    expect(watched.startedAt).toHaveLength(1);
  });

  it('ends while it waits, without another run', async () => {
    await watched.watch([{ takesMs: 1 }, { takesMs: 1 }, { takesMs: 1 }], { stopsIn: 2 });
    expect(watched.startedAt).toHaveLength(2);
  });

  it('does not begin where it was told to stop before', async () => {
    watched.stop.abort();
    await watched.watch([]);
    expect(watched.startedAt).toEqual([]);
  });
});
