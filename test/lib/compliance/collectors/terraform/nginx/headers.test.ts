import { headersOf } from '../../../../../../lib/compliance/collectors/terraform/nginx/headers.js';
import { parseNginx } from '../../../../../../lib/compliance/collectors/terraform/nginx/parse.js';
import { locationsOf } from '../../../../../../lib/compliance/collectors/terraform/nginx/scope.js';

const found = (server: string, http = '') => {
  const around = parseNginx(http) ?? [];
  return locationsOf(parseNginx(server) ?? [], around).flatMap((location) => headersOf(location, around));
};

describe('headersOf', () => {
  test.each([
    [
      'add_header A b; location = /x { add_header C d always; }',
      [
        ['/x', 'C', 'd', true],
        ['/*', 'A', 'b', false],
      ],
    ],
    [
      'add_header A b; location = /x { root /y; }',
      [
        ['/x', 'A', 'b', false],
        ['/*', 'A', 'b', false],
      ],
    ],
    ['add_header A "";', []],
    ['expires -1;', [['/*', 'Cache-Control', 'no-cache', false]]],
    ['expires off;', []],
  ])('reads %s', (server, expected) => {
    expect(found(server).map(({ path, name, value, onErrors }) => [path, name, value, onErrors])).toEqual(
      expected,
    );
  });

  test('tells the paths of a map apart', () => {
    const headers = found('add_header A $a;', 'map $uri $a { /x b; default c; }');
    expect(headers.map(({ path, value }) => [path, value])).toEqual([
      ['/x', 'b'],
      ['/*', 'c'],
    ]);
  });

  test.each(['add_header A $http_x;', 'expires 1h;'])('can not tell the value of %s', (server) => {
    expect(found(server)[0]?.value).toHaveProperty('unresolved');
  });

  test('can not tell what another server behind adds', () => {
    expect(found('location /x { proxy_pass http://y; }')[0]?.name).toEqual({
      unresolved: 'proxy_pass http://y',
    });
  });
});
