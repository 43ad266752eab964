import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clockOff, SteppedClock } from './support/fake-clock.js';
import { Night } from './support/night.js';
import { useNightFolder } from './support/night-folder.js';
import { describePart } from './support/part.js';
import { toldWhy } from './support/told-why.js';
import { until } from './support/until.js';
import { useWatchedNight } from './support/watched-night.js';

const HOURS_SINCE_OPENING = 40;
const DAY_MS = 24 * 60 * 60 * 1000;
/** The cut of two minutes ago. */
const RECENT = HOURS_SINCE_OPENING * 60 - 2;

describePart('a host whose clock is wrong', ['faketime'], () => {
  const directory = useNightFolder();

  it('publishes with a clock that is a day ahead, and with the right one again', async () => {
    const night = new Night(directory(), { hoursSinceOpening: HOURS_SINCE_OPENING });
    for (const [number, env] of [clockOff('+1d'), {}, clockOff('+1d'), {}].entries()) {
      const cut = night.push(RECENT - 10 + number);
      expect(await night.sync([], { env })).toMatchObject({ status: 0 });
      expect(night.site.live()).toBe(cut);
      expect(await night.broken()).toEqual([]);
    }
  });

  it('keeps as evidence what seems to come from the future, says so, and goes on when the clock is right', async () => {
    const night = new Night(directory(), { hoursSinceOpening: HOURS_SINCE_OPENING });
    const before = night.push(RECENT - 10);
    expect(await night.sync()).toMatchObject({ status: 0 });
    const future = night.push(RECENT - 1);
    const ended = await night.sync([], { env: clockOff('-1d') });
    expect(toldWhy(ended)).toEqual({ status: 1, told: true });
    expect(ended.err).toContain('CUT_FROM_THE_FUTURE');
    expect(night.site.live()).toBe(before);
    expect(night.isArchived(future)).toBe(true);

    const next = night.push(RECENT);
    expect(await night.sync()).toMatchObject({ status: 0 });
    expect(night.site.live()).toBe(next);
    expect(await night.broken()).toEqual([]);
  });

  it('opens by its own clock alone where the source tells no time: with an inbox that clock must be right', async () => {
    const night = new Night(directory(), { hoursSinceOpening: -0.5 });
    const cut = night.push(-40);
    expect(await night.sync()).toMatchObject({ status: 0 });
    expect(night.site.live()).toBeUndefined();
    expect(await night.sync([], { env: clockOff('+1h') })).toMatchObject({ status: 0 });
    expect(night.site.live()).toBe(cut);
  });
});

describePart('a clock that is set while the worker runs', ['faketime'], () => {
  const tonight = useWatchedNight();

  it('stops no publication, and leads nobody back', async () => {
    const night = tonight();
    const clock = new SteppedClock(join(night.folder, 'clock'));
    const process = night.start(['--watch', '--every', '1'], { env: clock.env });
    for (const [number, by] of ['+0', '+1d', '-1d', '+1h', '-1h', '+0'].entries()) {
      clock.set(by);
      const cut = night.push(number);
      await until(`cut ${number} is live with the clock at ${by}`, () => night.site.live() === cut);
    }
    process.signal('SIGTERM');
    expect(await process.ended).toMatchObject({ status: 0 });
    expect(await night.broken()).toEqual([]);
    expect(largestStepBack(night)).toBeGreaterThan(DAY_MS);
  });
});

/** Milliseconds by which an entry of the journal is dated before the one that it follows, at the most. */
function largestStepBack({ site }: Night): number {
  const lines = readFileSync(join(site.root, 'state', 'journal.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const times = lines.map((line) => Date.parse((JSON.parse(line) as { at: string }).at));
  return Math.max(...times.slice(1).map((time, index) => (times[index] ?? time) - time));
}

describe('a host in a wrong zone', () => {
  const directory = useNightFolder();

  test.each(['Asia/Kolkata', 'America/Mexico_City', 'Pacific/Kiritimati', 'No/Such_Zone'])(
    'publishes the same cut as any other, with TZ=%s',
    async (zone) => {
      const night = new Night(directory(), { hoursSinceOpening: HOURS_SINCE_OPENING });
      const cut = night.push(RECENT);
      expect(await night.sync([], { env: { TZ: zone } })).toMatchObject({ status: 0 });
      expect(night.site.live()).toBe(cut);
    },
  );

  test.each(['Asia/Kolkata', 'Pacific/Kiritimati'])(
    'waits for the opening all the same, with TZ=%s',
    async (zone) => {
      const night = new Night(directory(), { hoursSinceOpening: -0.5 });
      const cut = night.push(-40);
      expect(await night.sync([], { env: { TZ: zone } })).toMatchObject({ status: 0 });
      expect(night.site.live()).toBeUndefined();
      expect(night.isArchived(cut)).toBe(true);
    },
  );
});
