import { setTimeout as sleep } from 'node:timers/promises';

/** What comes at all comes much sooner; a busy machine is to fail no test by its slowness. */
const PATIENCE_SECONDS = 300;
const LOOK_EVERY_MS = 2;

export interface UntilOptions {
  /** @default 300 */
  readonly seconds?: number;
  /** @default 2 */
  readonly everyMs?: number;
}

/** Waits until something holds; fails where it does not in time. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  { seconds = PATIENCE_SECONDS, everyMs = LOOK_EVERY_MS }: UntilOptions = {},
): Promise<void> {
  const giveUpAt = performance.now() + seconds * 1000;
  while (!(await holds())) {
    if (performance.now() > giveUpAt) throw new Error(`waited in vain: ${what}`);
    await sleep(everyMs);
  }
}
