import { DifusorError, type ErrorCode } from '../../../lib/errors.js';
import type { SyncOutcome } from '../../../lib/sync/outcome.js';
import { isPaused, sinceOf, troubleAfter } from '../../../lib/sync/trouble.js';
import { MemorySiteStore } from '../../../lib/publish/index.js';
import { FIRST, ZEROS } from '../../support/night.js';
import { SyncBench } from '../../support/sync-bench.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';
import { SETTINGS } from '../../support/worker-settings.js';

const NOW = new Date('2027-06-07T03:05:00.000Z');
const EARLIER = { since: '2027-06-07T03:01:00.000Z', code: 'SOURCE_UNREACHABLE' };
const GENERATION = '20270607T032000Z-aaaaaaaa';

function failed(code: ErrorCode, params: Record<string, string | number> = {}): SyncOutcome {
  return { kind: 'failed', error: new DifusorError(code, params) };
}

describe('troubleAfter', () => {
  const after = (outcome: SyncOutcome, before?: typeof EARLIER): ReturnType<typeof troubleAfter> =>
    troubleAfter(outcome, before, SETTINGS, NOW);

  it.each<[string, SyncOutcome]>([
    ['an unchanged cut', { kind: 'unchanged', generation: GENERATION }],
    ['nothing to take before the opening', { kind: 'awaiting', opensAt: NOW.toISOString() }],
    ['a held cut', { kind: 'held', reason: 'rolled-back', generation: GENERATION }],
  ])('is over after %s', (_what, outcome) => {
    expect(after(outcome, EARLIER)).toBeUndefined();
  });

  it.each<[string, SyncOutcome]>([
    ['the source is left alone', { kind: 'paused', until: NOW.toISOString(), code: 'SOURCE_REFUSED' }],
    ['no window is on', { kind: 'outside-window' }],
  ])('stays as it was while %s', (_what, outcome) => {
    expect(after(outcome, EARLIER)).toBe(EARLIER);
    expect(after(outcome)).toBeUndefined();
  });

  it('begins with the first run that fails, and takes the code of the last', () => {
    expect(after(failed('STORE_WRITE_FAILED'))).toEqual({
      since: NOW.toISOString(),
      code: 'STORE_WRITE_FAILED',
    });
    const other = { since: EARLIER.since, code: 'STORE_WRITE_FAILED', codeSince: NOW.toISOString() };
    expect(after(failed('STORE_WRITE_FAILED'), EARLIER)).toEqual(other);
  });

  it('tells since when runs have failed with that very code', () => {
    const other = { ...EARLIER, code: 'CUT_BASE_MISSING', codeSince: '2027-06-07T03:04:00.000Z' };
    expect(after(failed('CUT_BASE_MISSING'), other)).toEqual(other);
    expect(sinceOf(other)).toBe(other.codeSince);
    expect(after(failed('SOURCE_UNREACHABLE'), EARLIER)).toEqual(EARLIER);
    expect(sinceOf(EARLIER)).toBe(EARLIER.since);
  });

  it.each<[string, SyncOutcome, number]>([
    ['refuses us', failed('SOURCE_REFUSED', { host: 'h', status: 401 }), 1200],
    ['shows another host key', failed('SOURCE_HOST_KEY_CHANGED'), 1200],
    ['wants credentials that can’t be read', failed('SECRET_UNREADABLE'), 1200],
    ['asks for 30 seconds', failed('SOURCE_UNREACHABLE', { retryAfterSeconds: 30 }), 30],
    ['asks for a day', failed('SOURCE_UNREACHABLE', { retryAfterSeconds: 86_400 }), 1200],
    ['asks for a time past', failed('SOURCE_UNREACHABLE', { retryAfterSeconds: 0 }), 0],
    ['asks for nothing', failed('SOURCE_UNREACHABLE'), 0],
    ['sends half a package', failed('SOURCE_TRUNCATED'), 0],
  ])('leaves a source alone that %s: for one period of 20 minutes at most', (_what, outcome, seconds) => {
    const askAgainAt = after(outcome)?.askAgainAt;
    expect(askAgainAt).toBe(
      seconds === 0 ? undefined : new Date(NOW.getTime() + seconds * 1000).toISOString(),
    );
  });
});

describe('isPaused', () => {
  it.each([
    ['without trouble', undefined, false],
    ['with trouble that asks for nothing', EARLIER, false],
    ['until the time that was asked for', { ...EARLIER, askAgainAt: '2027-06-07T03:05:01.000Z' }, true],
    ['at that time no more', { ...EARLIER, askAgainAt: '2027-06-07T03:05:00.000Z' }, false],
    ['a whole period ahead', { ...EARLIER, askAgainAt: '2027-06-07T03:25:00.000Z' }, true],
    [
      'no further ahead, as after a clock was set back',
      { ...EARLIER, askAgainAt: '2027-06-07T03:25:01.000Z' },
      false,
    ],
  ])('is so %s', (_what, trouble, paused) => {
    expect(isPaused(trouble, SETTINGS, NOW)).toBe(paused);
  });
});

describe('a source that refuses us', () => {
  const directory = useTemporaryDirectory();

  it('is asked once a period, also by new processes, and again after it', async () => {
    const bench = new SyncBench(directory(), new MemorySiteStore());
    bench.source.failure = new DifusorError('SOURCE_REFUSED', { host: 'h', status: 401 });
    expect(await bench.runAt('2027-06-06T20:05:00-07:00')).toMatchObject({ kind: 'failed' });
    for (const minute of ['06', '15', '24']) {
      expect(await bench.runAt(`2027-06-06T20:${minute}:00-07:00`)).toEqual({
        kind: 'paused',
        until: '2027-06-07T03:25:00.000Z',
        code: 'SOURCE_REFUSED',
      });
    }
    expect(bench.source.asked).toHaveLength(1);
    bench.source.failure = undefined;
    expect(await bench.runAt('2027-06-06T20:25:00-07:00', FIRST)).toMatchObject({ kind: 'published' });
  });

  it('is asked again at once where the clock was set back by a day meanwhile', async () => {
    const bench = new SyncBench(directory(), new MemorySiteStore());
    bench.source.failure = new DifusorError('SOURCE_REFUSED', { host: 'h', status: 403 });
    await bench.runAt('2027-06-07T20:05:00-07:00');
    bench.source.failure = undefined;
    expect(await bench.runAt('2027-06-06T20:05:00-07:00', FIRST)).toMatchObject({ kind: 'published' });
  });

  it('does not keep a held cut from being shown at the opening', async () => {
    const bench = new SyncBench(directory(), new MemorySiteStore());
    await bench.runAt('2027-06-06T19:50:00-07:00', ZEROS);
    bench.source.failure = new DifusorError('SOURCE_REFUSED', { host: 'h', status: 401 });
    await bench.runAt('2027-06-06T19:55:00-07:00');
    expect(await bench.runAt('2027-06-06T20:00:00-07:00')).toMatchObject({ kind: 'published' });
  });
});
