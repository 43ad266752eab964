import { parseNginx } from '../../../../../../lib/compliance/collectors/terraform/nginx/parse.js';
import {
  inForce,
  locationsOf,
  namedLocations,
  valueOf,
} from '../../../../../../lib/compliance/collectors/terraform/nginx/scope.js';

const read = (text: string) => parseNginx(text) ?? [];

describe('inForce', () => {
  test('takes the innermost level that has any', () => {
    const scope = [read('a 3;'), read('b 2; b 1;'), read('a 0; b 0; c 0;')];
    expect(inForce(scope, 'b').map(({ args }) => args[0])).toEqual(['2', '1']);
    expect([valueOf(scope, 'a'), valueOf(scope, 'b'), valueOf(scope, 'c'), valueOf(scope, 'd')]).toEqual([
      '3',
      '1',
      '0',
      undefined,
    ]);
  });
});

describe('locationsOf', () => {
  test('puts them in the order in which nginx decides, and the server last', () => {
    const server = read(
      'location /a { } location ~ x$ { } location /ab { } location ^~ /ab { } location = /a { } location ~* y { } location @n { }',
    );
    expect(locationsOf(server, []).map(({ path }) => path)).toEqual([
      '/a',
      '/ab*',
      '~x$',
      '~*y',
      '/ab*',
      '/a*',
      '/*',
    ]);
    expect(namedLocations(server, []).map(({ path }) => path)).toEqual(['/*']);
  });

  test('adds no other way for all paths where there is one', () => {
    expect(locationsOf(read('location / { a b; }'), []).map(({ own }) => own.length)).toEqual([1]);
  });
});
