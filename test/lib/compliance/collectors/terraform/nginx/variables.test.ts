import { parseNginx } from '../../../../../../lib/compliance/collectors/terraform/nginx/parse.js';
import {
  givenTimes,
  isOfTheRequest,
  lookUp,
  mapOf,
  variantsOf,
} from '../../../../../../lib/compliance/collectors/terraform/nginx/variables.js';

const read = (text: string) => parseNginx(text) ?? [];

describe('mapOf', () => {
  test('is the map that alone gives a variable its value', () => {
    expect(mapOf('$a', read('map $uri $a { default x; }'))?.args).toEqual(['$uri', '$a']);
  });

  test.each([
    '',
    'map $uri $a { default x; } map $host $a { default y; }',
    'map $uri $a { default x; } server { location / { set $a y; } }',
    'map $uri $a { default x; } geo $a { default y; }',
    'map $uri $a { default x; } server { location ~ "^/(?<a>x)" { } }',
    'map $uri $a { include /etc/lines; }',
    'map $host $a { hostnames; .example.org x; }',
  ])('is none where something else may have a say: %s', (text) => {
    expect(mapOf('$a', read(text))).toBeUndefined();
  });
});

describe('givenTimes', () => {
  test('counts every place, at any depth', () => {
    const text = 'set $a 1; server { set $a 2; location ~ (?<a>x) { if ($b) { set $a 3; } } } set $ab 1;';
    expect(givenTimes('$a', read(text))).toBe(4);
  });
});

describe('lookUp', () => {
  const map = mapOf(
    '$a',
    read('map $uri $a { volatile; /X one; ~^/y two; ~*^/Z three; /d $uri; default all; }'),
  );
  test.each([
    ['/x', 'one'],
    ['/y1', 'two'],
    ['/Y1', 'all'],
    ['/z', 'three'],
    ['/d', undefined],
  ])('gives %s, in any case where it is no expression, %s', (text, value) => {
    expect(map && lookUp(map, text)).toBe(value);
  });

  test('gives nothing without a default, and can not tell past an expression of PCRE alone', () => {
    const [bare] = read('map $uri $a { /x one; }');
    const [odd] = read('map $uri $a { "~\\A/x" one; default all; }');
    expect([bare && lookUp(bare, '/y'), odd && lookUp(odd, '/y')]).toEqual(['', undefined]);
  });
});

describe('variantsOf', () => {
  test('is the text itself, or what a map by the path makes of it', () => {
    expect(variantsOf('a', [])).toEqual([{ pattern: undefined, value: 'a' }]);
    expect(variantsOf('a $x', read('map $uri $x { /p b; default c; }'))).toEqual([
      { pattern: '/p', value: 'a b' },
      { pattern: undefined, value: 'a c' },
    ]);
  });

  test.each([
    ['$x', ''],
    ['$x$y', 'map $uri $x { /p b; } map $uri $y { /p b; }'],
    ['$x', 'map $request_uri $x { /p b; }'],
    ['$x', 'map $uri $x { /P b; }'],
    ['$x', 'map $uri $x { /p $host; }'],
    ['$x', 'map $uri $x { "~(?i)^/p" b; }'],
  ])('can not tell what %s is by %s', (text, http) => {
    expect(variantsOf(text, read(http))).toBeUndefined();
  });
});

describe('isOfTheRequest', () => {
  test.each([
    ['($request_method = GET)', true],
    ['($m)', true],
    ['($http_x)', false],
    ['($n)', false],
  ])('%s: %s', (condition, expected) => {
    const http = read('map $request_method $m { GET 1; } map $http_x $n { y 1; }');
    expect(isOfTheRequest(condition, http)).toBe(expected);
  });
});
