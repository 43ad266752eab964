import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../simulation/random.js';
import type { DifusorProcess } from './support/difusor-process.js';
import { Night } from './support/night.js';
import { useNightFolder } from './support/night-folder.js';
import type { NightCut } from './support/night-cuts.js';
import { leaveNote } from './support/notes.js';

const KILLS = Number(process.env.DIFUSOR_KILLS ?? 100);
const SEED = Number(process.env.DIFUSOR_SEED ?? 1);
const KILLS_A_CUT = 5;

/** What a run has done by then, told by the disk. */
const STEPS: Readonly<Record<string, (night: Night, cut: NightCut) => boolean>> = {
  'the run has a folder of its own': ({ site }) => site.runFolders().length > 0,
  'the package is kept': (night, cut) => night.isArchived(cut),
  'the cut is begun': ({ site }, { generation }) => existsSync(join(site.root, 'cuts', generation)),
  'the manifest is there': ({ site }, { generation }) =>
    existsSync(join(site.root, 'manifests', `${generation}.json`)),
  'the pointer has moved': ({ site }) => names(site.root, 'moves').length > 1,
  'readers are led to the cut': ({ site }, { generation }) => site.live()?.generation === generation,
};

describe('kill -9 of the real process', () => {
  const directory = useNightFolder();

  test.each(Object.entries(STEPS))('once %s loses nothing', async (_step, isReached) => {
    const night = new Night(directory());
    night.push(0);
    expect(await night.sync()).toMatchObject({ status: 0 });
    let [number, reached] = [0, false];
    let cut: NightCut;
    let signal: NodeJS.Signals | null;
    do {
      // A busy machine may not look at all while the run is at a step that passes.
      number += 1;
      cut = night.push(number);
      const died = night.start();
      while (died.isRunning && !isReached(night, cut)) await sleep(0);
      reached = isReached(night, cut);
      ({ signal } = await died.kill());
    } while (!reached);

    expect(signal === 'SIGKILL' || night.site.live() === cut).toBe(true);
    expect(await night.broken()).toEqual([]);
    await recovers(night, cut);
  });

  test(
    `${KILLS} times, at moments of seed ${SEED}, loses nothing`,
    async () => {
      const random = new Random(SEED);
      const night = new Night(directory());
      const runMs = await timeOfRun(night);
      let killed = 0;
      let number = 0;
      while (killed < KILLS) {
        number += 1;
        const cut = night.push(number);
        // By turns from the inbox, and as a person publishes a package that was handed over by other means.
        const args = number % 2 === 0 ? [] : ['--package', join(night.inbox, cut.name)];
        for (let turn = 0; turn < KILLS_A_CUT; turn += 1) {
          if (await killAt(night.start(args), random.next() * runMs)) killed += 1;
          expect({ number, turn, broken: await night.broken() }).toEqual({ number, turn, broken: [] });
          if (night.site.live() === cut) break;
        }
        await recovers(night, cut);
      }
      leaveNote({ kind: 'measured', what: 'kill -9', figures: { seed: SEED, killed, cuts: number } });
      await leavesNothingBehind(night, number);
    },
    300_000 + KILLS * 30_000,
  );
});

/** The next run, undisturbed, publishes the cut. */
async function recovers(night: Night, cut: NightCut): Promise<void> {
  expect(await night.sync()).toMatchObject({ status: 0 });
  expect(night.site.live()).toBe(cut);
  expect(await night.broken()).toEqual([]);
  expect(night.isArchived(cut)).toBe(true);
  expect(readdirSync(night.inbox)).toEqual([]);
}

/** Some hours later, a run has taken away what the dead ones left. */
async function leavesNothingBehind(night: Night, number: number): Promise<void> {
  night.site.age();
  await recovers(night, night.push(number + 1));
  expect(night.site.runFolders()).toEqual([]);
  expect(await night.run('journal', 'verify')).toMatchObject({ status: 0, err: '' });
}

/** Milliseconds from a run's first words to its end. */
async function timeOfRun(night: Night): Promise<number> {
  night.push(0);
  const run = night.start();
  await run.spoke;
  const startedAt = performance.now();
  expect(await run.ended).toMatchObject({ status: 0 });
  return performance.now() - startedAt;
}

/** @returns whether it was killed before its end */
async function killAt(run: DifusorProcess, ms: number): Promise<boolean> {
  await run.spoke;
  await sleep(ms);
  const { signal } = await run.kill();
  return signal === 'SIGKILL';
}

function names(...path: readonly string[]): readonly string[] {
  const folder = join(...path);
  return existsSync(folder) ? readdirSync(folder) : [];
}
