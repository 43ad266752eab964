import { existsSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { FencedLink } from '../../../lib/publish/fenced-link.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const [FIRST, SECOND] = ['00000001', '00000002'];
const newest = (): Promise<boolean> => Promise.resolve(true);

describe('FencedLink', () => {
  const root = useTemporaryDirectory();
  const folder = (): string => join(root(), 'moves');
  const link = (): FencedLink => {
    mkdirSync(folder(), { recursive: true });
    return new FencedLink(join(root(), 'live'), folder());
  };
  const followed = (): string => readlinkSync(join(root(), 'live'));

  it('leads nowhere before the first move', async () => {
    expect(await link().target()).toBeUndefined();
  });

  it('leads on, and leaves nothing beside the link', async () => {
    await link().lead(FIRST, 'cuts/a', newest);
    await link().lead(SECOND, 'cuts/b', newest);
    expect(await link().target()).toBe('cuts/b');
    expect(readdirSync(folder())).toEqual([]);
  });

  it('does not lead back for a process that stood still before it looked whether its move is the newest', async () => {
    await link().lead(FIRST, 'cuts/a', async () => {
      await link().fence(SECOND);
      await link().lead(SECOND, 'cuts/b', newest);
      return false;
    });
    expect(followed()).toBe('cuts/b');
    expect(readdirSync(folder())).toEqual([]);
  });

  it('does not lead back for a process that stood still after it had looked', async () => {
    await link().lead(FIRST, 'cuts/a', async () => {
      const isNewest = true;
      await link().fence(SECOND);
      await link().lead(SECOND, 'cuts/b', newest);
      return isNewest;
    });
    expect(followed()).toBe('cuts/b');
  });

  it('goes on with the link that another process has prepared for the same move', async () => {
    mkdirSync(folder());
    symlinkSync('cuts/a', join(folder(), `${FIRST}.link`));
    await link().lead(FIRST, 'cuts/a', newest);
    expect(followed()).toBe('cuts/a');
  });

  it('takes away what was prepared for older moves, and nothing else', async () => {
    mkdirSync(folder());
    for (const name of [`${FIRST}.link`, `${SECOND}.link`, `${FIRST}.json`])
      symlinkSync('cuts/a', join(folder(), name));
    await link().fence(SECOND);
    expect(readdirSync(folder()).sort()).toEqual([`${FIRST}.json`, `${SECOND}.link`]);
    expect(existsSync(join(root(), 'live'))).toBe(false);
  });
});
