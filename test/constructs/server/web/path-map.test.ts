import { pathMap } from '../../../../constructs/server/web/path-map.js';

it('gives an exact path its value, a pattern what fits it, and every other path the rest', () => {
  const values = [
    { path: '/json/main.json', value: 'no-store' },
    { path: '/csv/*.csv', value: 'private' },
    { path: '/*', value: 'no-cache' },
  ];
  expect(pathMap('header_0', values, 'Cache-Control').split('\n')).toEqual([
    '  map $uri $header_0 {',
    '    "/json/main.json" "no-store";',
    '    "~^/csv/.*\\.csv$" "private";',
    '    default "no-cache";',
    '  }',
    '',
  ]);
});

it.each(['a"; return 200; #', 'a\\', '$host', 'a\nb'])(
  'refuses a value that nginx can’t hold: %j',
  (value) => {
    expect(() => pathMap('header_0', [{ path: '/*', value }], 'Cache-Control')).toThrow(
      expect.objectContaining({ code: 'NGINX_VALUE_UNWRITABLE' }),
    );
  },
);
