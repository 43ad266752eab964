import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toldWhy } from './support/told-why.js';
import { Night } from './support/night.js';
import { useNightFolder } from './support/night-folder.js';
import type { NightCut } from './support/night-cuts.js';
import { LinkWatch } from './support/link-watch.js';
import { leaveNote } from './support/notes.js';
import { describePart } from './support/part.js';
import { until } from './support/until.js';
import { faulty, mostCalls, spread, traced, type Injection } from './support/strace.js';

/** Calls by which a run changes the disk, and at how many of them it is killed. */
const KILLED_AT = [
  ['/^rename', 4],
  ['/^link', 4],
  ['/^symlink', 1],
  ['/^mkdir', 3],
  ['/^unlink', 2],
  ['fsync', 4],
  ['utimensat', 2],
] as const;

/** Steps before which a process stands still: the call, and the file that it is on, which strace knows by its first name. */
const STILL_BEFORE: readonly (readonly [
  step: string,
  calls: string,
  path: (night: Night, cut: NightCut) => string,
])[] = [
  ['the package is kept', '/^mkdir', ({ archive }, cut) => join(archive, 'packages', cut.generation)],
  ['a file is staged', '/^mkdir', ({ site }, cut) => join(site.root, 'cuts', cut.generation)],
  ['the cut is whole', '/^link', ({ site }, cut) => join(site.root, 'manifests', `${cut.generation}.json`)],
  ['the pointer moves', '/^link', ({ site }) => join(site.root, 'moves', '00000002.json')],
  ['the link is made', '/^symlink', ({ site }) => join(site.root, 'moves', '00000002.link')],
  ['readers are led to it', '/^rename', ({ site }) => join(site.root, 'moves', '00000002.link')],
];
const STILL_MICROSECONDS = 4_000_000;

/** Faults of the disk that a run meets, with the calls that meet them. */
const DISK_FAULTS: readonly (readonly [what: string, calls: string, injection: Injection])[] = [
  ['no sync succeeds', 'fsync', { what: 'error=EIO', when: '1+' }],
  ['one sync fails', 'fsync', { what: 'error=EIO', when: '4' }],
  ['a sync in the midst fails', 'fsync', { what: 'error=EIO', when: '12' }],
  ['no link can be had', '/^link', { what: 'error=EPERM', when: '1+' }],
  ['files have too many links', '/^link', { what: 'error=EMLINK', when: '1..8' }],
  ['no name can be changed', '/^rename', { what: 'error=EIO', when: '4+' }],
  ['no symlink can be made', '/^symlink', { what: 'error=ENOSPC', when: '1+' }],
  ['no folder can be made', '/^mkdir', { what: 'error=ENOSPC', when: '12+' }],
  ['nothing can be deleted', '/^(unlink|rmdir)', { what: 'error=EROFS', when: '1+' }],
];

/** A night whose first cut is live. */
async function begunNight(folder: string): Promise<Night> {
  const night = new Night(folder);
  night.push(0);
  expect(await night.sync()).toMatchObject({ status: 0 });
  return night;
}

describePart('faults at calls of the system, through strace', ['strace'], () => {
  const directory = useNightFolder();

  test.each(KILLED_AT)('a process that is killed at a call of %s loses nothing', async (calls, points) => {
    const night = await begunNight(directory());
    const trace = join(directory(), 'trace');
    night.push(1);
    expect(await night.sync([], traced(calls, trace))).toMatchObject({ status: 0 });
    const last = mostCalls(trace);
    expect(last).toBeGreaterThanOrEqual(points);

    let number = 1;
    let killed = 0;
    for (const when of spread(last, points)) {
      number += 1;
      const cut = night.push(number);
      const { signal, status } = await night.sync(
        [],
        faulty(calls, { what: 'signal=KILL', when: `${when}` }),
      );
      if (signal !== null || status === 137) killed += 1;
      expect({ when, broken: await night.broken() }).toEqual({ when, broken: [] });
      await recovers(night, cut);
    }
    leaveNote({ kind: 'measured', what: `killed at ${calls}`, figures: { killed, last } });
    // Which calls fall to which thread is not quite the same each time.
    expect(killed).toBeGreaterThanOrEqual(Math.ceil(points / 2));
    expect(await night.run('journal', 'verify')).toMatchObject({ status: 0 });
  });

  test.each(STILL_BEFORE)(
    'a process that stands still for two periods before %s never shows its older cut over a newer one',
    async (_step, calls, pathOf) => {
      const night = await begunNight(directory());
      const older = night.push(1);
      const what = `delay_enter=${STILL_MICROSECONDS}`;
      const startedAt = performance.now();
      const still = night.start([], faulty(calls, { what, when: '1', path: pathOf(night, older) }));
      await until('the run has begun', () => night.site.runFolders().length > 0 || !still.isRunning);
      const watch = new LinkWatch(night.site);
      const newer = night.push(2);
      expect(await night.sync()).toMatchObject({ status: 0 });
      expect(night.site.live()).toBe(newer);

      const ended = await still.ended;
      expect((performance.now() - startedAt) * 1000).toBeGreaterThan(STILL_MICROSECONDS);
      await watch.stop();
      expect(ended.status === 0 || ended.err.includes('CUT_OLDER_THAN_LIVE')).toBe(true);
      expect(watch.backwards).toBe(0);
      expect(night.site.live()).toBe(newer);
      await recovers(night, night.push(3));
    },
  );

  test.each(DISK_FAULTS)(
    'where %s, readers keep a whole cut, and are told why',
    async (_what, calls, injection) => {
      const night = await begunNight(directory());
      const before = night.site.live();
      const cut = night.push(1);
      const ended = await night.sync([], faulty(calls, injection));

      expect(await night.broken()).toEqual([]);
      if (night.site.live() !== cut) {
        expect(night.site.live()).toBe(before);
        expect(toldWhy(ended)).toEqual({ status: 1, told: true });
      }
      await recovers(night, cut);
      expect(await night.run('journal', 'verify')).toMatchObject({ status: 0 });
    },
  );

  test('where the journal’s disk is full, the cut is published and the journal still holds', async () => {
    const night = await begunNight(directory());
    const cut = night.push(1);
    const path = join(night.site.root, 'state', 'journal.jsonl');
    await night.sync([], faulty('/^p?write', { what: 'error=ENOSPC', when: '1+', path }));
    expect(night.site.live()).toBe(cut);
    expect(readFileSync(path, 'utf8')).not.toContain(cut.generation);
    expect(await night.broken()).toEqual([]);
    await recovers(night, night.push(2));
  });
});

/** The next run, undisturbed, publishes the cut. */
async function recovers(night: Night, cut: NightCut): Promise<void> {
  expect(await night.sync()).toMatchObject({ status: 0 });
  expect(night.site.live()).toBe(cut);
  expect(await night.broken()).toEqual([]);
  expect(night.isArchived(cut)).toBe(true);
  expect(readdirSync(night.inbox)).toEqual([]);
}
