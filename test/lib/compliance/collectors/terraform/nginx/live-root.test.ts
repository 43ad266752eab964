import {
  isLiveLink,
  isPlainCopy,
  isServerFolder,
} from '../../../../../../lib/compliance/collectors/terraform/nginx/live-root.js';
import { parseNginx } from '../../../../../../lib/compliance/collectors/terraform/nginx/parse.js';

const read = (text: string) => parseNginx(text) ?? [];
const CUT = 'map $live $cut { "~^/srv/site/(?:cuts|pages)/[^/]+$" $live; default /srv/site/nothing; }';
const HELD =
  'map $realpath_root $cut { "~^(?<l>/srv/site/(?:cuts|pages)/[^/]+)$" $l; default /srv/site/nothing; }';
const COPIES =
  'map $cut $plain { "~^/srv/site/cuts/(?<g>[^/]+)$" /srv/site/plain/$g; default /srv/site/nothing; }';
const IF = 'if (-f $plain$uri) { set $folder $plain; }';

function around(server: string, http = '') {
  const block = read(server);
  return {
    server: block,
    http: [...read(http), { name: 'server', args: [], block }],
    root: '/srv/site/live',
  };
}

describe('isServerFolder', () => {
  test.each([
    ['set $folder $realpath_root;', ''],
    ['set $live $realpath_root; set $folder $cut;', CUT],
    ['set $folder $cut;', HELD],
    [`set $folder $cut; ${IF}`, HELD + COPIES],
  ])('follows %s', (server, http) => {
    expect(isServerFolder('$folder', around(server, http))).toBe(true);
  });

  test.each([
    ['', ''],
    ['set $folder /srv/other;', ''],
    ['set $folder $http_x;', ''],
    ['set $folder $cut; set $live $realpath_root;', CUT],
    ['set $folder $cut; set $folder $http_x;', HELD],
    ['set $folder $cut; location / { set $folder x; }', HELD],
    ['set $folder $cut; if (-f $uri) { set $folder x; }', HELD],
    ['set $folder $cut;', HELD.replace('nothing', 'cuts/1')],
    ['set $folder $cut;', HELD.replace('cuts|pages', 'other')],
    ['set $folder $cut;', HELD.replace(' $l;', ' /srv/other;')],
    ['set $folder $cut;', HELD + 'map $uri $cut { default x; }'],
    ['set $folder $cut; location ~ (?<l>x) { }', HELD],
    [`set $folder $cut; ${IF}`, HELD + COPIES.replace('/plain/', '/other/')],
  ])('does not follow %s by %s', (server, http) => {
    expect(isServerFolder('$folder', around(server, http))).toBe(false);
  });
});

describe('isPlainCopy', () => {
  test.each([
    [`set $folder $cut; ${IF}`, true],
    [`${IF} set $folder $cut;`, false],
    [`set $folder $cut; ${IF.replace('-f', '-e')}`, false],
    [`set $folder $cut; ${IF.replace(' }', ' return 403; }')}`, false],
  ])('%s: %s', (server, expected) => {
    const place = around(server, HELD + COPIES);
    expect(place.server.some((directive) => isPlainCopy(directive, place))).toBe(expected);
  });
});

describe('isLiveLink', () => {
  test('is a path that ends in the link', () => {
    expect(['/srv/site/live', '/srv/live/x', 'live'].map(isLiveLink)).toEqual([true, false, true]);
  });
});
