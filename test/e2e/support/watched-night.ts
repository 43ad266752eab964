import { join } from 'node:path';
import { Night } from './night.js';
import { useNightFolder } from './night-folder.js';
import { startStaticSite, type StaticSite } from './static-site.js';

/** Gives each test a night whose site is served, so that watching processes find it from outside. */
export function useWatchedNight(): () => Night {
  const directory = useNightFolder();
  let server: StaticSite;
  let night: Night;
  beforeEach(async () => {
    server = await startStaticSite(join(directory(), 'site'));
    night = new Night(directory(), { publicUrl: server.url });
  });
  afterEach(() => server.close());
  return () => night;
}
