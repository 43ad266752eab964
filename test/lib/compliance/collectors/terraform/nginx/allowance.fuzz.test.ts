import fc from 'fast-check';
import { FUZZ_RUNS } from '../../../../../support/fuzz-runs.js';
import { fallen, OURS } from './judged-nginx.js';
import { DIRECTIVES, HARMLESS_SET, OF_NO_ACCOUNT, type Block } from './nginx-directives.js';
import { ROOT } from './weakening.js';

/** A place in each block of our own configuration. */
const PLACES: Readonly<Record<Block, string>> = {
  main: 'worker_processes auto;\n',
  events: 'events { ',
  http: '  sendfile on;\n',
  server: ROOT,
  location: '    location / {\n      root $folder;\n',
};
/** What our own servers set anew, so that it says nothing around them. */
const OVERRIDDEN = [
  'add_header',
  'error_page',
  'index',
  'limit_conn',
  'limit_req',
  'root',
  'expires',
  'try_files',
];
const BLOCKS = Object.keys(PLACES) as Block[];
const WORDS = [
  'on',
  'off',
  '0',
  '1',
  '404',
  '1k',
  '1s',
  '/srv/other',
  '/index.html',
  '$uri',
  'all',
  'x',
  'X-A',
  'utf-8',
  'index.html',
];

describe('a directive put at random into our own configuration', () => {
  test('leaves every clause met only where it is known to be of no account', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DIRECTIVES),
        fc.array(fc.constantFrom(...WORDS), { maxLength: 3 }),
        fc.constantFrom(...BLOCKS),
        (name, args, block) => {
          const line = [name, ...args].join(' ');
          const changed = OURS.replace(PLACES[block], (place) => `${place} ${line};\n`);
          expect(changed).not.toBe(OURS);
          if (fallen(changed).length > 0 || (block === 'http' && OVERRIDDEN.includes(name))) return;
          expect([line, OF_NO_ACCOUNT.has(name) || HARMLESS_SET.some((known) => known.test(line))]).toEqual([
            line,
            true,
          ]);
        },
      ),
      { numRuns: Math.min(FUZZ_RUNS, 1000), seed: 1 },
    );
  });

  test.each(['whatever', 'more_set_headers', 'stream', 'content_by_lua_file', 'brotli'])(
    'leaves no clause met where nobody knows it: %s',
    (name) => {
      for (const place of Object.values(PLACES)) {
        const changed = OURS.replace(place, (found) => `${found} ${name} on;\n`);
        expect(fallen(changed)).toHaveLength(13);
      }
    },
  );
});
