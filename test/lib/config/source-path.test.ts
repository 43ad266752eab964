import { sourcePathFault } from '../../../lib/config/source-path.js';

const idOf = (path: string) => sourcePathFault(path)?.id;

describe('sourcePathFault', () => {
  test.each(['/', '/prep.zip', '/a/b-c_d.zip', '/a.php?id=3&x=y', '/%C3%B1.zip', '/...hidden', '/a..b'])(
    'accepts %s',
    (path) => {
      expect(idOf(path)).toBeUndefined();
    },
  );

  test.each([
    ...['', 'prep.zip', '//host/a', '/a//b', '/../a', '/a/..', '/a/./b', '/a/../../etc/passwd'],
    ...['/%2e%2e/a', '/a%2fb', '/a%5cb', '/%252e%252e/a', '/a%00b', '/a%0d%0ab', '/a%7f'],
    ...['/a\\b', '/a b', '/a#b', '/a\r\nHost: x', '/a%', '/a%zz', '/ñ', `/${'a'.repeat(1100)}`],
  ])('refuses %j', (path) => {
    expect(idOf(path)).toBe('problem.source-path');
  });

  test.each(['token', 'sig', 'X-Amz-Signature', 'api_key', 'access_token', 'password', 'key'])(
    'refuses the credential %s in the query, without repeating it',
    (name) => {
      const fault = sourcePathFault(`/prep.zip?a=1&${name}=canary`);
      expect(fault).toEqual({ id: 'problem.source-path-credentials', params: { name } });
    },
  );
});
