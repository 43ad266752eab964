import {
  alterationsOf,
  refusalsOf,
} from '../../../../../../lib/compliance/collectors/terraform/nginx/alterations.js';
import { parseNginx } from '../../../../../../lib/compliance/collectors/terraform/nginx/parse.js';
import { locationsOf } from '../../../../../../lib/compliance/collectors/terraform/nginx/scope.js';

const locations = (server: string) => locationsOf(parseNginx(server) ?? [], []);

describe('alterationsOf', () => {
  test.each([
    ['sub_filter a b;', ['/*: sub_filter']],
    ['ssi off;', []],
    ['location /x { alias /y; }', ['/x*: alias /y']],
    ['location /x { return 200 y; }', ['/x*: return 200 y']],
    ['location /x { root /y; }', ['/x*: root /y']],
    ['try_files $uri /x.html;', ['/*: try_files /x.html']],
    ['try_files $uri =404;', []],
    ['error_page 404 =200 /x;', ['/*: error_page 404 =200 /x']],
    ['error_page 404 /x;', []],
    ['location = /healthz { return 200 ok; }', []],
    ['location ~ ^/actas/ { return 200 x; }', ['~^/actas/: return 200 x']],
  ])('finds in %s: %j', (server, expected) => {
    const found = locations(server).flatMap((location) => alterationsOf(location, '/srv'));
    expect(found.map(({ path, by }) => `${path}: ${by}`)).toEqual(expected);
  });
});

describe('refusalsOf', () => {
  test.each([
    ['auth_basic x;', ['auth_basic']],
    ['auth_basic off;', []],
    ['deny all;', ['deny all']],
    ['location / { return 403; }', ['return 403']],
    ['if ($http_x) { return 403; }', ['if ($http_x)']],
    ['if ($request_method = PUT) { return 405; }', []],
    ['location ~ /\\. { return 404; }', []],
  ])('finds in %s: %j', (server, expected) => {
    expect(
      locations(server)
        .flatMap((location) => refusalsOf(location, []))
        .map(({ by }) => by),
    ).toEqual(expected);
  });
});
