import { CloudDouble } from './support/cloud-double.js';
import { until } from './support/until.js';
import { useWatchedNight } from './support/watched-night.js';

const WATCH = ['--watch', '--every', '3600'];

describe('a watching process that is told to end', () => {
  const tonight = useWatchedNight();

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'ends at once with status 0 while it waits, by %s',
    async (name) => {
      const night = tonight();
      const cut = night.push(0);
      const process = night.start(WATCH);
      await until('the run is over', () => process.out.includes('"outcome":"published"'));
      process.signal(name);
      expect(await process.ended).toMatchObject({ status: 0, signal: null });
      expect(night.site.live()).toBe(cut);
      expect(night.site.runFolders()).toEqual([]);
    },
  );

  it('ends after the run at hand, which publishes its cut and leaves nothing behind', async () => {
    const night = tonight();
    const cut = night.push(0);
    const process = night.start(WATCH);
    // A busy machine may look only once it is over.
    const isBegun = (): boolean => night.site.runFolders().length > 0 || night.site.live() === cut;
    await until('the run has begun', isBegun);
    process.signal('SIGTERM');
    expect(await process.ended).toMatchObject({ status: 0, signal: null });
    expect(night.site.live()).toBe(cut);
    expect(await night.broken()).toEqual([]);
    expect(night.site.runFolders()).toEqual([]);
  });

  it('goes on with a run that hangs, and is ended by the second signal', async () => {
    const night = tonight();
    const cloud = await CloudDouble.start();
    try {
      cloud.s3.holdAfter(3);
      night.push(0);
      const process = night.startOnCloud(cloud, WATCH);
      await until('the run hangs', () => cloud.s3.held > 0);
      process.signal('SIGTERM');
      await cloud.s3.stillHeld();
      expect(process.isRunning).toBe(true);
      process.signal('SIGTERM');
      expect(await process.ended).toMatchObject({ status: null, signal: 'SIGTERM' });
    } finally {
      await cloud.stop();
    }
  });
});
