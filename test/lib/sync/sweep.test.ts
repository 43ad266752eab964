import { existsSync, mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sweep } from '../../../lib/sync/sweep.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const HOUR_MS = 60 * 60 * 1000;

describe('sweep', () => {
  const directory = useTemporaryDirectory();
  const made = (name: string, hoursAgo: number): string => {
    const path = join(directory(), name);
    mkdirSync(path);
    writeFileSync(join(path, 'package.zip'), 'x');
    const at = new Date(Date.now() - hoursAgo * HOUR_MS);
    utimesSync(path, at, at);
    return path;
  };

  it('removes what a dead run left, and leaves what may still be in use', async () => {
    const [dead, alive] = [made('run-dead', 3), made('run-alive', 1)];
    const fresh = mkdtempSync(join(directory(), 'run-'));
    await sweep(directory(), fresh);
    expect([dead, alive, fresh].map((path) => existsSync(path))).toEqual([false, true, true]);
  });

  it('leaves what a source keeps from run to run', async () => {
    const cache = made('rsync', 3);
    await sweep(directory(), mkdtempSync(join(directory(), 'run-')));
    expect(existsSync(cache)).toBe(true);
  });

  it('goes by the disk’s time, not by a clock that may be wrong', async () => {
    const other = made('run-other', 0);
    const fresh = mkdtempSync(join(directory(), 'run-'));
    const past = new Date('2020-01-01T00:00:00Z');
    utimesSync(fresh, past, past);
    await sweep(directory(), fresh);
    expect(existsSync(other)).toBe(true);
  });
});
