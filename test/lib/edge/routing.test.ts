import fc from 'fast-check';
import { FUZZ_RUNS } from '../../support/fuzz-runs.js';
import { CLOSED, route, type Pointer, type Route } from '../../../lib/edge/index.js';

const GENERATION = '20240603T010000Z-1a2b3c4d';
const LIVE: Pointer = { state: 'live', generation: GENERATION };
const CUT = `/cuts/${GENERATION}`;
const UNDER = '20240603T003000Z-00000001';
const STABLE: Pointer = {
  state: 'live',
  generation: GENERATION,
  stable: { under: UNDER, prefixes: ['/actas/', '/img/'] },
};
const PLACE = `/stable/${UNDER}`;

describe('route', () => {
  test.each<[string, Pointer | undefined, string, Route]>([
    [
      'no pointer is a fault, whatever is asked',
      undefined,
      '/json/main.json',
      { kind: 'page', page: 'unavailable', status: 503 },
    ],
    ['closed shows its page', CLOSED, '/', { kind: 'page', page: 'closed', status: 200 }],
    [
      'closed shows its page for an HTML file',
      CLOSED,
      '/p/a.html',
      { kind: 'page', page: 'closed', status: 200 },
    ],
    ['closed answers no data with HTML', CLOSED, '/json/main.json', { kind: 'not-found' }],
    [
      'a notice replaces the results',
      { state: 'notice', generation: GENERATION },
      '/actas',
      { kind: 'page', page: 'notice', status: 200 },
    ],
    [
      'a notice keeps the results back',
      { state: 'notice', generation: GENERATION },
      '/json/main.json',
      { kind: 'not-found' },
    ],
    ['the root is the index document', LIVE, '/', { kind: 'rewrite', uri: `${CUT}/index.html` }],
    ['a folder is its index document', LIVE, '/actas/', { kind: 'rewrite', uri: `${CUT}/actas/index.html` }],
    ['a file is the cut’s file', LIVE, '/json/main.json', { kind: 'rewrite', uri: `${CUT}/json/main.json` }],
    ['percent-encoding stays', LIVE, '/bd/a%20b.zip', { kind: 'rewrite', uri: `${CUT}/bd/a%20b.zip` }],
    [
      'a folder without its slash is led to it',
      LIVE,
      '/actas',
      { kind: 'redirect', location: '/actas/?a=1' },
    ],
    [
      'another cut can’t be asked for',
      LIVE,
      '/cuts/x/a.json',
      { kind: 'rewrite', uri: `${CUT}/cuts/x/a.json` },
    ],
  ])('%s', (_name, pointer, uri, expected) => {
    expect(route(pointer, uri, 'a=1')).toEqual(expected);
  });

  test.each<[string, string, string]>([
    ['a file below a stable folder', '/actas/01/0001.jpg', `${PLACE}/actas/01/0001.jpg`],
    ['a file below another one', '/img/logo.svg', `${PLACE}/img/logo.svg`],
    ['the index of a stable folder', '/actas/', `${PLACE}/actas/index.html`],
    ['a stable folder inside another folder', '/x/actas/1.jpg', `${CUT}/x/actas/1.jpg`],
    ['a name that begins like a stable folder', '/actas-1.jpg', `${CUT}/actas-1.jpg`],
    ['any other file', '/json/main.json', `${CUT}/json/main.json`],
    ['the place itself', `${PLACE}/actas/1.jpg`, `${CUT}${PLACE}/actas/1.jpg`],
  ])('leads %s, beside stable files, to where it stands', (_name, uri, expected) => {
    expect(route(STABLE, uri, '')).toEqual({ kind: 'rewrite', uri: expected });
  });

  it('redirects a stable folder without its slash like any other', () => {
    expect(route(STABLE, '/actas', '')).toEqual({ kind: 'redirect', location: '/actas/' });
  });

  test.each<Pointer>([
    { state: 'closed', held: true, generation: GENERATION, stable: { under: UNDER, prefixes: ['/actas/'] } },
    { state: 'notice', generation: GENERATION, stable: { under: UNDER, prefixes: ['/actas/'] } },
  ])('shows no stable file behind %j', (pointer) => {
    expect(route(pointer, '/actas/1.jpg', '')).toEqual({ kind: 'not-found' });
  });

  it('never leaves the live cut and its stable files, whatever the path', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', '/actas', '/actas/', '/img/'),
        fc.webPath(),
        fc.string(),
        (at, uri, tail) => {
          const result = route(STABLE, at + uri + tail, '');
          if (result.kind !== 'rewrite') return;
          const { pathname } = new URL(result.uri, 'https://x');
          expect(pathname.startsWith(`${CUT}/`) || pathname.startsWith(`${PLACE}/`)).toBe(true);
        },
      ),
      { numRuns: FUZZ_RUNS, seed: 1 },
    );
  });

  test.each([
    '/../manifests/a.json',
    '/a/../../b.json',
    '/%2e%2e/b.json',
    '/.%2E/b',
    '//evil.example/',
    '/a\\..\\b',
    '/a%00.json',
    'x',
  ])('answers not found for the unsafe path %s', (uri) => {
    expect(route(LIVE, uri, '')).toEqual({ kind: 'not-found' });
  });

  it('never leaves the live cut, whatever the path', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.string(), (uri, tail) => {
        const result = route(LIVE, uri + tail, '');
        if (result.kind === 'rewrite') expect(result.uri.startsWith(`${CUT}/`)).toBe(true);
        if (result.kind === 'rewrite')
          expect(new URL(result.uri, 'https://x').pathname.startsWith(`${CUT}/`)).toBe(true);
      }),
    );
  });

  it('never redirects to another host', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (uri, query) => {
        const result = route(LIVE, uri, query);
        if (result.kind === 'redirect')
          expect(new URL(result.location, 'https://site.example').host).toBe('site.example');
      }),
    );
  });
});
