import fs, { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { JournalLock, type Hold } from '../../../lib/journal/journal-lock.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

describe('JournalLock', () => {
  const directory = useTemporaryDirectory();
  const folder = (): string => join(directory(), 'journal.jsonl.lock');
  const NEVER = 60_000;

  it('has one holder at a time', async () => {
    let holders = 0;
    const most: number[] = [];
    const use = async (): Promise<void> => {
      const hold = await new JournalLock(folder(), { staleMs: NEVER, waitMs: NEVER }).acquire();
      holders += 1;
      most.push(holders);
      await sleep(1);
      expect(hold.isOurs()).toBe(true);
      holders -= 1;
      hold.release();
    };
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let turn = 0; turn < 10; turn += 1) await use();
      }),
    );
    expect(most).toHaveLength(80);
    expect(Math.max(...most)).toBe(1);
    expect(readdirSync(folder())).toEqual(['80.free']);
  });

  it('gives up on a holder that it has not waited long enough to take for dead', async () => {
    await new JournalLock(folder()).acquire();
    const waiting = new JournalLock(folder(), { staleMs: NEVER, waitMs: 20 }).acquire();
    await expect(waiting).rejects.toMatchObject({
      code: 'JOURNAL_LOCKED',
      params: { path: join(directory(), 'journal.jsonl') },
      retryable: true,
    });
  });

  it('lets one of many take the place of a dead holder', async () => {
    const dead = await new JournalLock(folder()).acquire();
    const waiting = Array.from({ length: 8 }, () =>
      new JournalLock(folder(), { staleMs: 50, waitMs: 400 }).acquire().catch(() => undefined),
    );
    const taken = await Promise.race(waiting);
    expect(taken?.isOurs()).toBe(true);
    expect(dead.isOurs()).toBe(false);
    // Each of the others sees the one before it hold on, and takes its place in turn.
    const holds = (await Promise.all(waiting)).filter((hold) => hold !== undefined);
    expect(holds.filter((hold) => hold.isOurs())).toHaveLength(1);
  });

  it('is not let go by a holder that lost it', async () => {
    const stopped = await new JournalLock(folder()).acquire();
    const hold = await new JournalLock(folder(), { staleMs: 20 }).acquire();
    stopped.release();
    expect(hold.isOurs()).toBe(true);
    await expect(new JournalLock(folder(), { staleMs: NEVER, waitMs: 20 }).acquire()).rejects.toMatchObject({
      code: 'JOURNAL_LOCKED',
    });
  });

  test.each(['1970-01-02', '2170-01-01'])('does not look at the time of day: a file of %s', async (date) => {
    await new JournalLock(folder()).acquire();
    utimesSync(join(folder(), '1'), new Date(date), new Date(date));
    const early = new JournalLock(folder(), { staleMs: NEVER, waitMs: 20 }).acquire();
    await expect(early).rejects.toMatchObject({ code: 'JOURNAL_LOCKED' });
    expect((await new JournalLock(folder(), { staleMs: 20 }).acquire()).isOurs()).toBe(true);
  });

  it('uses no number again that it saw before others came and went', async () => {
    mkdirSync(folder());
    writeFileSync(join(folder(), '5.free'), '');
    jest.spyOn(fs, 'readdirSync').mockReturnValueOnce(['4.free'] as never);
    const hold = await new JournalLock(folder()).acquire();
    expect(readdirSync(folder())).toEqual(['6']);
    expect(hold.isOurs()).toBe(true);
  });

  test.each([
    ['a number that was used', ['7', '7.free'], '8.free'],
    ['what a crash left behind', ['3.free', '4.free'], '5.free'],
    ['names that are none of ours', ['x', '9.tmp'], '1.free'],
  ])('is not stopped by %s', async (_name, files, left) => {
    mkdirSync(folder());
    for (const file of files) writeFileSync(join(folder(), file), '');
    const hold: Hold = await new JournalLock(folder(), { staleMs: NEVER, waitMs: 20 }).acquire();
    hold.release();
    expect(readdirSync(folder())).toContain(left);
  });
});
