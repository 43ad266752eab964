import {
  listUnreadable,
  reading,
  type UnreadableReason,
} from '../../../../lib/cut/integrity/reading-failure.js';
import { DifusorError } from '../../../../lib/errors.js';
import { createMessages, LOCALES, renderError } from '../../../../lib/messages/index.js';

describe('reading', () => {
  it('gives what was read', async () => {
    expect(await reading('x', () => Promise.resolve(7))).toBe(7);
  });

  it('passes on an error that has a code of ours', async () => {
    const error = new DifusorError('CUT_INCOMPLETE', { package: 'p', file: 'f' });
    await expect(reading('x', () => Promise.reject(error))).rejects.toBe(error);
  });

  it('tells the disk’s failure, which may pass, from the package’s fault', async () => {
    const disk = Object.assign(new Error('no'), { code: 'EIO', syscall: 'read' });
    await expect(reading('x', () => Promise.reject(disk))).rejects.toMatchObject({
      code: 'STORE_READ_FAILED',
      retryable: true,
      params: { path: 'x', reason: 'EIO' },
      cause: disk,
    });
    await expect(reading('x', () => Promise.reject(new Error('no zip')))).rejects.toMatchObject({
      code: 'INTEGRITY_LIST_UNREADABLE',
      retryable: false,
      params: { file: 'x', reason: 'content', found: 'damaged' },
    });
  });
});

describe('listUnreadable', () => {
  const reasons: UnreadableReason[] = ['several', 'noColumn', 'noDigests', 'content'];

  it.each(LOCALES)('says each reason in words of its own (%s)', (locale) => {
    const texts = reasons.map((reason) =>
      renderError(listUnreadable('LIST', reason, 'FOUND'), createMessages(locale)).join('\n'),
    );
    expect(new Set(texts).size).toBe(reasons.length);
    for (const text of texts) expect(text).toMatch(/LIST/);
    for (const text of texts.slice(0, -1)) expect(text).toMatch(/FOUND/);
  });

  it.each(LOCALES)('has words for a listed file that is absent (%s)', (locale) => {
    const params = { algorithm: 'md5', file: 'f', list: 'l', expected: 'e' };
    const say = (actual: string): string =>
      renderError(
        new DifusorError('INTEGRITY_DIGEST_MISMATCH', { ...params, actual }),
        createMessages(locale),
      ).join();
    expect(say('absent')).not.toContain('absent');
    expect(say('d41d8cd9')).toContain('d41d8cd9');
  });
});
