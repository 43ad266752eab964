import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeStale, type Staleness } from '../../../lib/disk/remove-stale.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const NOW = new Date('2027-06-07T03:00:00Z');
const HOUR_MS = 3_600_000;
const BY_MODIFICATION: Staleness = { nowMs: NOW.getTime(), longestMs: HOUR_MS, by: 'mtimeMs' };

describe('removeStale', () => {
  const directory = useTemporaryDirectory();
  const at = (name: string): string => join(directory(), name);
  const left = async (names: readonly string[], staleness: Staleness): Promise<string[]> => {
    await removeStale(names.map(at), staleness);
    return readdirSync(directory()).sort();
  };

  beforeEach(() => {
    mkdirSync(join(at('folder'), 'in'), { recursive: true });
    for (const name of ['folder/in/file', 'old', 'young']) writeFileSync(at(name), 'x');
    for (const [name, ageMs] of [
      ['folder', HOUR_MS + 1000],
      ['old', HOUR_MS + 1000],
      ['young', HOUR_MS],
    ] as const) {
      const time = new Date(NOW.getTime() - ageMs);
      utimesSync(at(name), time, time);
    }
  });

  it('removes files and folders that are too old, and none that it was not told of', async () => {
    expect(await left(['folder', 'young'], BY_MODIFICATION)).toEqual(['old', 'young']);
    expect(await left(['old', 'young'], BY_MODIFICATION)).toEqual(['young']);
  });

  it('goes by the time of the last change where it is told to, which nobody can set back', async () => {
    const untouched = { nowMs: Date.now(), longestMs: HOUR_MS, by: 'ctimeMs' } as const;
    expect(await left(['folder', 'old'], untouched)).toEqual(['folder', 'old', 'young']);
  });

  it('bears that something is gone by now', async () => {
    expect(await left(['gone'], BY_MODIFICATION)).toEqual(['folder', 'old', 'young']);
  });
});
