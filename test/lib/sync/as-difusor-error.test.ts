import { readFile, writeFile } from 'node:fs/promises';
import { DifusorError } from '../../../lib/errors.js';
import { asDifusorError } from '../../../lib/sync/as-difusor-error.js';

const system = (code: string, syscall: string, path?: string): Error =>
  Object.assign(new Error(`${code}: ${syscall}`), { code, syscall, path });

describe('asDifusorError', () => {
  it.each([
    ['ENOSPC', 'write', undefined, 'STORE_WRITE_FAILED', 'write'],
    ['EACCES', 'mkdir', '/site/scratch', 'STORE_WRITE_FAILED', '/site/scratch'],
    ['EROFS', 'unlink', '/site/a', 'STORE_WRITE_FAILED', '/site/a'],
    ['EMFILE', 'open', '/site/a', 'STORE_WRITE_FAILED', '/site/a'],
    ['EIO', 'read', undefined, 'STORE_READ_FAILED', 'read'],
    ['EACCES', 'scandir', '/site', 'STORE_READ_FAILED', '/site'],
  ])('takes %s of %s (%s) for a failure of the disk that may pass', (reason, syscall, path, code, shown) => {
    const cause = system(reason, syscall, path);
    const error = asDifusorError(cause);
    expect(error).toMatchObject({ code, params: { path: shown, reason }, retryable: true, cause });
  });

  it('knows what the system itself throws', async () => {
    const missing = await readFile('/no/such/file').catch((error: unknown) => error);
    expect(asDifusorError(missing)).toMatchObject({ params: { path: '/no/such/file', reason: 'ENOENT' } });
    const folder = await writeFile('/no/such/file', '').catch((error: unknown) => error);
    expect(asDifusorError(folder)).toMatchObject({ code: 'STORE_WRITE_FAILED' });
  });

  it.each([
    ['a defect of ours', new TypeError('x is not a function'), 'x is not a function'],
    ['a failure of the network', system('ECONNRESET', 'read'), 'ECONNRESET: read'],
    ['what has a code and no call', Object.assign(new Error('odd'), { code: 'EACCES' }), 'odd'],
    ['no error at all', 'odd', 'odd'],
  ])('takes %s for one that nobody foresaw', (_what, thrown, reason) => {
    expect(asDifusorError(thrown)).toMatchObject({ code: 'INTERNAL', params: { reason }, retryable: false });
  });

  it('leaves an error of the toolkit as it is', () => {
    const error = new DifusorError('JOURNAL_LOCKED', { path: 'x' });
    expect(asDifusorError(error)).toBe(error);
  });
});
