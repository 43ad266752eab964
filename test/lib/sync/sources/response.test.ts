import {
  declaredBytes,
  header,
  judgeResponse,
  packageName,
  validatorsOf,
} from '../../../../lib/sync/sources/response.js';
import { thrownBy } from '../../../support/thrown.js';

const URL_OF_PACKAGE = new URL('https://prep.example.net/difusores/20240602_2000_PREP%20BCS.zip?v=1');

describe('judgeResponse', () => {
  it.each(['application/zip', 'application/octet-stream', 'application/x-zip-compressed', 'text/plain', ''])(
    'takes status 200 with type %p for a package',
    (contentType) => {
      expect(judgeResponse('host', 200, contentType, false)).toBe('package');
    },
  );

  it.each([
    'text/html',
    'TEXT/HTML; charset=utf-8',
    'application/xhtml+xml',
    'application/json',
    'application/xml',
  ])('does not take status 200 with type %p for a package', (contentType) => {
    expect(thrownBy(() => judgeResponse('host', 200, contentType, false))).toMatchObject({
      code: 'SOURCE_NOT_A_PACKAGE',
      params: { host: 'host', contentType },
    });
  });

  it('believes 304 only where it asked', () => {
    expect(judgeResponse('host', 304, '', true)).toBe('unchanged');
    expect(thrownBy(() => judgeResponse('host', 304, '', false))).toMatchObject({ code: 'SOURCE_REFUSED' });
  });

  it.each([301, 302, 303, 307, 308])('takes %i for a redirect', (status) => {
    expect(judgeResponse('host', status, '', false)).toBe('redirect');
  });

  it.each([
    [204, 'SOURCE_REFUSED'],
    [206, 'SOURCE_REFUSED'],
    [400, 'SOURCE_REFUSED'],
    [410, 'SOURCE_REFUSED'],
    [502, 'SOURCE_UNREACHABLE'],
  ])('refuses %i with %s', (status, code) => {
    expect(thrownBy(() => judgeResponse('host', status, '', false))).toMatchObject({ code });
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
    expect(validatorsOf({ etag: '"a"', 'last-modified': 'Mon' })).toEqual({
      etag: '"a"',
      lastModified: 'Mon',
    });
    expect(validatorsOf({})).toEqual({ etag: undefined, lastModified: undefined });
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
