import type { DifusorError } from '../../../../lib/errors.js';
import {
  declaredBytes,
  header,
  judgeResponse,
  packageName,
  sourceTimeOf,
  validatorsOf,
} from '../../../../lib/sync/sources/response.js';
import type { Validators } from '../../../../lib/sync/sources/source.js';
import { thrownBy } from '../../../support/thrown.js';

const MODIFIED = 'Mon, 03 Jun 2024 03:00:00 GMT';
const URL_OF_PACKAGE = new URL('https://prep.example.net/difusores/20240602_2000_PREP%20BCS.zip?v=1');

describe('judgeResponse', () => {
  it.each(['application/zip', 'application/octet-stream', 'application/x-zip-compressed', 'text/plain', ''])(
    'takes status 200 with type %p for a package',
    (contentType) => {
      expect(judgeResponse('host', 200, { 'content-type': contentType }, false)).toBe('package');
    },
  );

  it.each([
    'text/html',
    'TEXT/HTML; charset=utf-8',
    'application/xhtml+xml',
    'application/json',
    'application/xml',
  ])('does not take status 200 with type %p for a package', (contentType) => {
    expect(thrownBy(() => judgeResponse('host', 200, { 'content-type': contentType }, false))).toMatchObject({
      code: 'SOURCE_NOT_A_PACKAGE',
      params: { host: 'host', contentType },
    });
  });

  it('believes 304 only where it asked', () => {
    expect(judgeResponse('host', 304, {}, true)).toBe('unchanged');
    expect(thrownBy(() => judgeResponse('host', 304, {}, false))).toMatchObject({ code: 'SOURCE_REFUSED' });
  });

  it.each([301, 302, 303, 307, 308])('takes %i for a redirect', (status) => {
    expect(judgeResponse('host', status, {}, false)).toBe('redirect');
  });

  it.each([
    [204, 'SOURCE_REFUSED'],
    [206, 'SOURCE_REFUSED'],
    [400, 'SOURCE_REFUSED'],
    [410, 'SOURCE_REFUSED'],
    [502, 'SOURCE_UNREACHABLE'],
  ])('refuses %i with %s', (status, code) => {
    expect(thrownBy(() => judgeResponse('host', status, {}, false))).toMatchObject({ code });
  });
});

describe('Retry-After', () => {
  const asked = (value: string, date = MODIFIED): unknown =>
    thrownBy(() => judgeResponse('host', 429, { 'retry-after': value, date }, false));

  it.each([
    ['0', 0],
    [' 30 ', 30],
    ['Mon, 03 Jun 2024 03:01:30 GMT', 90],
    ['Mon, 03 Jun 2024 02:00:00 GMT', 0],
  ])('is carried in seconds: %p', (value, retryAfterSeconds) => {
    expect(asked(value)).toMatchObject({ code: 'SOURCE_UNREACHABLE', params: { retryAfterSeconds } });
  });

  it.each([
    ['soon', MODIFIED],
    ['', MODIFIED],
    ['-1', MODIFIED],
    ['1e9', MODIFIED],
    ['Mon, 03 Jun 2024 03:01:30 GMT', ''],
  ])('that means nothing is left out: %p by %p', (value, date) => {
    expect(asked(value, date)).toMatchObject({ params: { host: 'host', reason: 'HTTP 429' } });
    expect((asked(value, date) as DifusorError).params).not.toHaveProperty('retryAfterSeconds');
  });
});

describe('packageName', () => {
  it.each([
    ['attachment; filename="20240602_2020_PREP_BCS.zip"', '20240602_2020_PREP_BCS.zip'],
    ['attachment; filename=20240602_2020_PREP_BCS.zip; size=3', '20240602_2020_PREP_BCS.zip'],
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    ['attachment', '20240602_2000_PREP_BCS.zip'],
    ['', '20240602_2000_PREP_BCS.zip'],
  ])('reads %p', (disposition, expected) => {
    expect(packageName({ 'content-disposition': disposition }, URL_OF_PACKAGE)).toBe(expected);
  });

  it('makes do with an address that can’t be decoded', () => {
    expect(packageName({}, new URL('https://h/a%ff.zip'))).toBe('a_ff.zip');
  });
});

describe('the headers of an answer', () => {
  it('are read once, whatever came twice', () => {
    expect(header({ etag: ['"a"', '"b"'] }, 'etag')).toBe('"a"');
    expect(header({}, 'etag')).toBe('');
  });

  it('name the version', () => {
    expect(validatorsOf({ etag: '"a"', 'last-modified': MODIFIED })).toEqual({
      etag: '"a"',
      lastModified: MODIFIED,
    });
    expect(validatorsOf({ etag: '"a"' })).toEqual({ etag: '"a"', lastModified: undefined });
    expect(validatorsOf({})).toEqual({});
  });

  it.each([
    ['as nginx makes it', '"665d3a10-1f4"'],
    ['as nginx makes it of a packed file', 'W/"665d3a10-1f4"'],
    ['as Apache makes it', '"2c-1f4-61a5f0b2c3d4e"'],
    ['as Apache makes it of a packed file', '"1f4-61a5f0b2c3d4e-gzip"'],
    ['weak', 'W/"a"'],
    ['missing', ''],
  ])('name no version by time while the file is young: an ETag %s', (_what, etag) => {
    const at = (date: string): Validators => validatorsOf({ etag, 'last-modified': MODIFIED, date });
    expect(at('Mon, 03 Jun 2024 03:00:09 GMT')).toEqual({});
    expect(at('')).toEqual({});
    expect(at('Mon, 03 Jun 2024 03:00:10 GMT')).toEqual({ etag: etag || undefined, lastModified: MODIFIED });
  });

  it.each([
    ['0', 0],
    ['42', 42],
    ['-1', undefined],
    ['4 2', undefined],
    ['', undefined],
  ])('declare a length: %p', (value, expected) => {
    expect(declaredBytes({ 'content-length': value })).toBe(expected);
  });
});

describe('sourceTimeOf', () => {
  it('reads what time it was at the source', () => {
    expect(sourceTimeOf({ date: MODIFIED })).toEqual(new Date('2024-06-03T03:00:00Z'));
  });

  it.each([undefined, '', 'yesterday', '31 Feb'])('makes nothing of %p', (date) => {
    expect(sourceTimeOf({ date })).toBeUndefined();
  });
});
