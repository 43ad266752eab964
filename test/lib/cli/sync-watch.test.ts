import type { SyncReporter } from '../../../lib/cli/sync-reporter.js';
import { keepWatching } from '../../../lib/cli/sync-watch.js';
import type { SyncOutcome, SyncWorker } from '../../../lib/sync/index.js';
import { FIRST_ID } from '../../support/night.js';

const UNCHANGED: SyncOutcome = { kind: 'unchanged', generation: FIRST_ID };

describe('keepWatching', () => {
  const setUp = (runOnce: SyncWorker['runOnce']) => {
    const stop = new AbortController();
    const told: SyncOutcome[] = [];
    const reporter = { outcome: (outcome: SyncOutcome) => told.push(outcome) } as Partial<SyncReporter>;
    const watching = (everySeconds: number): Promise<number> =>
      keepWatching({ runOnce }, reporter as SyncReporter, everySeconds, stop.signal);
    return { stop, told, watching };
  };

  it('tells every outcome, and ends with 0 also after failures', async () => {
    let runs = 0;
    const { stop, told, watching } = setUp(() => {
      runs += 1;
      if (runs === 3) stop.abort();
      return Promise.resolve({ ...UNCHANGED, more: true });
    });
    expect(await watching(3600)).toBe(0);
    expect(told).toHaveLength(3);
  });

  it('ends at once while it waits for the next run', async () => {
    const { stop, told, watching } = setUp(() => {
      setImmediate(() => stop.abort());
      return Promise.resolve(UNCHANGED);
    });
    // An hour's wait that the signal does not end would run into the test's own limit.
    expect(await watching(3600)).toBe(0);
    expect(told).toHaveLength(1);
  });
});
