import { failureOf } from '../../lib/failure.js';

describe('failureOf', () => {
  it('reads code and call of a system’s failure', () => {
    const error = Object.assign(new Error('no space'), { code: 'ENOSPC', syscall: 'write' });
    expect(failureOf(error)).toEqual({
      code: 'ENOSPC',
      syscall: 'write',
      name: 'Error',
      message: 'no space',
      reason: 'ENOSPC',
    });
  });

  it('falls back on the name where the code is none of the system’s', () => {
    const timeout = { code: 23, name: 'TimeoutError', message: 'late' };
    expect(failureOf(timeout)).toMatchObject({ code: undefined, reason: 'TimeoutError' });
  });

  it.each([
    ['text', 'text'],
    [null, 'null'],
    [undefined, 'undefined'],
    [7, '7'],
  ])('finds words for %p, which is no error', (thrown, reason) => {
    expect(failureOf(thrown).reason).toBe(reason);
  });
});
