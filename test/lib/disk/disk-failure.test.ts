import {
  diskReadFailed,
  diskWriteFailed,
  hasSystemCode,
  LINK_REFUSED,
} from '../../../lib/disk/disk-failure.js';

const noSpace = Object.assign(new Error('no space left'), { code: 'ENOSPC', syscall: 'write' });

describe('a failure of the disk', () => {
  it.each([
    ['read', diskReadFailed, 'STORE_READ_FAILED'],
    ['write', diskWriteFailed, 'STORE_WRITE_FAILED'],
  ] as const)('names the path and the system’s code, and may pass (%s)', (_, failed, code) => {
    expect(failed('/site/a', noSpace)).toMatchObject({
      code,
      params: { path: '/site/a', reason: 'ENOSPC' },
      retryable: true,
      cause: noSpace,
    });
  });
});

describe('hasSystemCode', () => {
  it('knows one of several codes', () => {
    expect(hasSystemCode(noSpace, 'ENOENT', 'ENOSPC')).toBe(true);
    expect(hasSystemCode(noSpace, 'ENOENT')).toBe(false);
    expect(hasSystemCode('ENOSPC', 'ENOSPC')).toBe(false);
  });

  it('takes no full disk for one without links', () => {
    expect(hasSystemCode(noSpace, ...LINK_REFUSED)).toBe(false);
    expect(hasSystemCode(Object.assign(new Error(), { code: 'EXDEV' }), ...LINK_REFUSED)).toBe(true);
  });
});
