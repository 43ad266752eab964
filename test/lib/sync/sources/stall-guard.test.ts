import { Readable } from 'node:stream';
import { StallGuard } from '../../../../lib/sync/sources/stall-guard.js';

describe('StallGuard', () => {
  const silent = (): Readable => new Readable({ read: () => undefined });
  const end = (body: Readable): Promise<unknown> => new Promise((settle) => body.once('error', settle));

  it('breaks off a body that pauses', async () => {
    const body = silent();
    const guard = new StallGuard(body, { idleMs: 20 });
    expect(await end(body)).toMatchObject({ name: 'TimeoutError' });
    guard.release();
  });

  it.each([
    ['already', true],
    ['later', false],
  ])('breaks off a body whose time is %s up', async (_when, before) => {
    const body = silent();
    const ending = end(body);
    const controller = new AbortController();
    if (before) controller.abort();
    const guard = new StallGuard(body, { signal: controller.signal });
    if (!before) controller.abort();
    expect(await ending).toMatchObject({ name: 'TimeoutError' });
    guard.release();
  });

  it('lets go of a body that has ended', () => {
    const body = silent();
    const controller = new AbortController();
    new StallGuard(body, { idleMs: 1000, signal: controller.signal }).release();
    controller.abort();
    expect(body.destroyed).toBe(false);
  });

  it('starts to count anew with each chunk', () => {
    jest.useFakeTimers();
    const body = silent().on('error', () => undefined);
    const guard = new StallGuard(body, { idleMs: 1000 });
    for (let chunk = 0; chunk < 5; chunk += 1) {
      jest.advanceTimersByTime(900);
      guard.touch();
    }
    expect(body.destroyed).toBe(false);
    jest.advanceTimersByTime(1000);
    expect(body.destroyed).toBe(true);
    jest.useRealTimers();
  });
});
