import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../simulation/random.js';
import { LinkWatch } from './support/link-watch.js';
import { leaveNote } from './support/notes.js';
import { until } from './support/until.js';
import { useWatchedNight } from './support/watched-night.js';

/** One period of these processes. */
const PERIOD_SECONDS = 1;
const PAUSES = 2;

describe('several real processes on one site and one inbox', () => {
  const tonight = useWatchedNight();

  test.each([2, 4, 8])(
    '%i of them, one of which stands still for two periods, never show an older cut over a newer one',
    async (count) => {
      const random = new Random(count);
      const night = tonight();
      let number = 0;
      const pushAndWait = async (): Promise<void> => {
        number += 1;
        const cut = night.push(number);
        await until(`cut ${number} is live`, () => night.site.live() === cut);
      };
      const watchArgs = ['--watch', '--every', `${PERIOD_SECONDS}`];
      const running = Array.from({ length: count }, () => night.start(watchArgs));
      const watch = new LinkWatch(night.site);
      await pushAndWait();

      for (let pause = 0; pause < PAUSES; pause += 1) {
        number += 1;
        night.push(number);
        const still = random.pick(running);
        await sleep(random.next() * PERIOD_SECONDS * 1000);
        still.signal('SIGSTOP');
        await Promise.all([pushAndWait(), sleep(2 * PERIOD_SECONDS * 1000)]);
        still.signal('SIGCONT');
        await sleep(PERIOD_SECONDS * 1000);
      }
      await pushAndWait();
      await until('the inbox is empty', () => readdirSync(night.inbox).length === 0);
      for (const each of running) each.signal('SIGTERM');
      const ended = await Promise.all(running.map((each) => each.ended));
      await watch.stop();

      expect(ended.map(({ status }) => status)).toEqual(running.map(() => 0));
      expect(watch.backwards).toBe(0);
      expect(await night.broken()).toEqual([]);
      expect(night.cuts.all().filter((cut) => !night.isArchived(cut))).toEqual([]);
      expect(await night.run('journal', 'verify')).toMatchObject({ status: 0 });
      const figures = { pauses: PAUSES, cuts: number, flips: night.site.moves().length };
      leaveNote({ kind: 'measured', what: `${count} processes at once`, figures });
    },
  );
});
