import {
  archiveFailure,
  inflateFailure,
  type ArchiveDeed,
} from '../../../../lib/cut/archive/archive-failure.js';
import { DifusorError } from '../../../../lib/errors.js';

const fault = (facts: object): Error => Object.assign(new Error('what the library said'), facts);
const READING: ArchiveDeed = { packageName: 'p.zip', doing: 'read', place: '/in/p.zip' };
const WRITING: ArchiveDeed = { ...READING, doing: 'write', place: '/out' };

describe('archiveFailure', () => {
  it('passes the toolkit’s own error on', () => {
    const error = new DifusorError('ARCHIVE_EMPTY', { package: 'p.zip' });
    expect(archiveFailure(error, READING)).toBe(error);
  });

  it.each([
    [
      'STORE_READ_FAILED',
      READING,
      { code: 'EACCES', syscall: 'open' },
      { path: '/in/p.zip', reason: 'EACCES' },
    ],
    ['STORE_WRITE_FAILED', WRITING, { code: 'ENOSPC', syscall: 'write' }, { path: '/out', reason: 'ENOSPC' }],
    ['STORE_READ_FAILED', WRITING, { code: 'EIO', syscall: 'read' }, { path: '/out', reason: 'EIO' }],
    ['ARCHIVE_CORRUPT', WRITING, {}, { package: 'p.zip', reason: 'what the library said' }],
  ])('makes %s', (code, deed, facts, params) => {
    const cause = fault(facts);
    expect(archiveFailure(cause, deed)).toMatchObject({ code, params, retryable: true, cause });
  });
});

describe('inflateFailure', () => {
  it.each([
    ['truncated', { code: 'Z_BUF_ERROR' }],
    ['damaged', { code: 'Z_DATA_ERROR' }],
    [undefined, { code: 'ENOSPC' }],
    [undefined, {}],
  ])('tells data as %s', (expected, facts) => {
    expect(inflateFailure(fault(facts))).toBe(expected);
  });
});
