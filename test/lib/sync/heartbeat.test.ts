import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beat, silenceSince } from '../../../lib/sync/heartbeat.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const NOW = new Date('2027-06-07T03:05:00.000Z');
const minutesLater = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);

describe('beat', () => {
  const directory = useTemporaryDirectory();
  const path = (): string => join(directory(), 'state', 'heartbeat');

  it('leaves the time, and makes the folder that it needs', async () => {
    await beat(path(), NOW);
    await beat(path(), minutesLater(1));
    expect(readFileSync(path(), 'utf8')).toBe('2027-06-07T03:06:00.000Z\n');
  });

  it('leaves what a disk refuses to be told by the run', async () => {
    writeFileSync(join(directory(), 'state'), 'a file');
    await expect(beat(path(), NOW)).resolves.toBeUndefined();
    expect(existsSync(path())).toBe(false);
  });

  it('hides no mistake of ours', async () => {
    await expect(beat(path(), new Date(Number.NaN))).rejects.toThrow(RangeError);
  });
});

describe('silenceSince', () => {
  const directory = useTemporaryDirectory();
  const path = (): string => join(directory(), 'heartbeat');

  it.each([
    ['for ten minutes not', 10, undefined],
    ['for a second longer', 10 + 1 / 60, { since: NOW.toISOString(), code: 'WORKER_SILENT' }],
    ['where the clock was set back not', -600, undefined],
  ])('takes a worker for dead %s', async (_what, minutes, silence) => {
    await beat(path(), NOW);
    expect(await silenceSince(path(), minutesLater(minutes))).toEqual(silence);
  });

  it.each([
    ['there is none', undefined],
    ['it is empty', ''],
    ['it is torn', '2027-06-0'],
    ['it is no time', 'yesterday\n'],
  ])('says nothing where %s', async (_what, content) => {
    if (content !== undefined) writeFileSync(path(), content);
    const silence = await silenceSince(path(), minutesLater(60));
    expect(silence?.code).toBe(undefined);
  });

  it('says nothing where a folder stands in its place', async () => {
    mkdirSync(path());
    expect(await silenceSince(path(), minutesLater(60))).toBeUndefined();
  });
});
