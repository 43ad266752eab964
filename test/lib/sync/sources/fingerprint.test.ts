import { fingerprintOf } from '../../../../lib/sync/sources/fingerprint.js';

describe('fingerprintOf', () => {
  it('is what ssh-keygen -l prints of the key', () => {
    const key = 'AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl';
    const expected = 'SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU';
    expect(fingerprintOf(Buffer.from(key, 'base64'))).toBe(expected);
  });
});
