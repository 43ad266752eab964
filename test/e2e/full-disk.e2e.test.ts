import { join } from 'node:path';
import type { Ended } from './support/difusor-process.js';
import { Night } from './support/night.js';
import { useNightFolder } from './support/night-folder.js';
import type { NightCut } from './support/night-cuts.js';
import { describePart } from './support/part.js';
import { SmallDisk } from './support/small-disk.js';
import { toldWhy } from './support/told-why.js';
import { until } from './support/until.js';

const KIB = 1024;

interface Begun {
  readonly night: Night;
  /** The live cut. */
  readonly before: NightCut;
  /** The one that waits in the inbox. */
  readonly cut: NightCut;
}

describePart('a disk that runs full under the real process', ['tmpfs'], () => {
  let disk: SmallDisk | undefined;
  // Before the folder goes in which it is mounted.
  afterEach(() => {
    disk?.unmount();
    disk = undefined;
  });
  const directory = useNightFolder();

  /** Site and archive on a small disk, one cut live. */
  async function beginOn(options: string): Promise<Begun & { readonly disk: SmallDisk }> {
    disk = SmallDisk.mount(join(directory(), 'disk'), options);
    const night = new Night(directory(), {
      site: join(disk.path, 'site'),
      archive: join(disk.path, 'archive'),
    });
    return { ...(await begin(night)), disk };
  }

  test.each([0, 16, 64, 100])(
    'keeps the live cut and says why, with %i KiB left, and publishes once there is room',
    async (kib) => {
      const { disk: small, ...begun } = await beginOn('size=3m');
      small.leaveBytes(kib * KIB);
      const ended = await begun.night.sync();
      await keptOrPublished(begun, ended);
      small.free();
      await recovers(begun);
    },
  );

  test.each([0, 1, 12, 25])(
    'keeps the live cut and says why, with %i names left, and publishes once there are more',
    async (names) => {
      const { disk: small, ...begun } = await beginOn('size=8m,nr_inodes=600');
      small.leaveNames(names);
      const ended = await begun.night.sync();
      await keptOrPublished(begun, ended);
      small.free();
      await recovers(begun);
    },
  );

  it('keeps the live cut and says why where the disk is mounted read-only before a run', async () => {
    const { disk: small, ...begun } = await beginOn('size=8m');
    expect(small.tryReadOnly()).toBe(true);
    const ended = await begun.night.sync();
    expect(toldWhy(ended)).toEqual({ status: 1, told: true });
    expect(begun.night.site.live()).toBe(begun.before);
    small.writable();
    await recovers(begun);
  });

  it('keeps a whole cut where the disk turns read-only in the midst of a run', async () => {
    const { disk: small, ...begun } = await beginOn('size=8m');
    const run = begun.night.start();
    await until('the run has begun', () => begun.night.site.runFolders().length > 0 || !run.isRunning);
    await until('the disk is read-only', () => small.tryReadOnly(), { everyMs: 0 });
    const ended = await run.ended;
    small.writable();
    await keptOrPublished(begun, ended);
    await recovers(begun);
  });
});

describe('limits of the process', () => {
  const directory = useNightFolder();

  test.each([0, 2048])('of %i bytes for a file leave a whole cut, and are told', async (bytes) => {
    const begun = await begin(new Night(directory()));
    const ended = await begun.night.sync([], { under: ['prlimit', `--fsize=${bytes}`] });
    await keptOrPublished(begun, ended);
    await recovers(begun);
  });

  test.each([20, 21, 24])('of %i open files leave a whole cut, and are told', async (files) => {
    const begun = await begin(new Night(directory()));
    const ended = await begun.night.sync([], { under: ['prlimit', `--nofile=${files}`] });
    await keptOrPublished(begun, ended);
    await recovers(begun);
  });
});

async function begin(night: Night): Promise<Begun> {
  const before = night.push(0);
  expect(await night.sync()).toMatchObject({ status: 0 });
  return { night, before, cut: night.push(1) };
}

/** Either the cut was published, or the one before it is live and a code and a remedy were told. */
async function keptOrPublished({ night, before, cut }: Begun, ended: Ended): Promise<void> {
  expect(await night.broken()).toEqual([]);
  if (night.site.live() === cut) return;
  expect(night.site.live()).toBe(before);
  expect(toldWhy(ended)).toEqual({ status: 1, told: true });
}

/** The next run publishes, and the journal holds. */
async function recovers({ night, cut }: Begun): Promise<void> {
  expect(await night.sync()).toMatchObject({ status: 0 });
  expect(night.site.live()).toBe(cut);
  expect(await night.broken()).toEqual([]);
  expect(night.isArchived(cut)).toBe(true);
  expect(await night.run('journal', 'verify')).toMatchObject({ status: 0 });
}
