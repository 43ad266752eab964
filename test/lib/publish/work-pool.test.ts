import { WorkPool } from '../../../lib/publish/work-pool.js';

/** Work that a test ends by hand. */
function gate(): { wait: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const wait = new Promise<void>((resolve) => (open = resolve));
  return { wait, open };
}

describe('WorkPool', () => {
  it('works on every item once, so many at a time', async () => {
    const seen: number[] = [];
    let [running, most] = [0, 0];
    await new WorkPool().each(
      Array.from({ length: 20 }, (_, index) => index),
      3,
      async (item) => {
        running += 1;
        most = Math.max(most, running);
        await Promise.resolve();
        running -= 1;
        seen.push(item);
      },
    );
    expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index));
    expect(most).toBe(3);
  });

  it('does nothing where there is nothing to do', async () => {
    await expect(
      new WorkPool().each([], 4, () => Promise.reject(new Error('called'))),
    ).resolves.toBeUndefined();
  });

  it('rejects with the first failure, and begins nothing new in any round', async () => {
    const pool = new WorkPool();
    const { wait, open } = gate();
    const [begun, other]: number[][] = [[], []];
    const slow = pool.each([1, 2, 3], 1, async (item) => {
      other?.push(item);
      await wait;
    });
    const failing = pool.each([1, 2, 3], 1, (item) => {
      begun?.push(item);
      return Promise.reject(new Error(`item ${item}`));
    });
    await expect(failing).rejects.toThrow('item 1');
    open();
    await slow;
    expect([begun, other]).toEqual([[1], [1]]);
  });

  it('lets timers have their turn, though the work never leaves the thread', async () => {
    let [turns, done] = [0, 0];
    const timer = setInterval(() => (turns += 1), 0);
    await new WorkPool().each(Array.from({ length: 2000 }), 8, () => {
      done += 1;
      for (const until = performance.now() + 0.05; performance.now() < until;);
      return Promise.resolve();
    });
    clearInterval(timer);
    expect(done).toBe(2000);
    expect(turns).toBeGreaterThan(0);
  });
});
