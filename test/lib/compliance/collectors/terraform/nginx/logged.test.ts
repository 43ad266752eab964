import { hasEveryAnswer } from '../../../../../../lib/compliance/collectors/terraform/nginx/logged.js';
import { parseNginx } from '../../../../../../lib/compliance/collectors/terraform/nginx/parse.js';

const asked = (map: string): boolean => hasEveryAnswer('$logged', parseNginx(map) ?? []);

describe('hasEveryAnswer', () => {
  it.each([
    'map $status $logged { ~^(?:400|429)$ ""; default 1; }',
    'map $status $logged { 429 0; default 1; }',
    'map $status $logged { 200 1; default 1; }',
  ])('holds where only errors are left out: %s', (map) => expect(asked(map)).toBe(true));

  it.each([
    'map $status $logged { 200 ""; default 1; }',
    'map $status $logged { ~^(?:206|429)$ ""; default 1; }',
    'map $status $logged { ~^[23] ""; default 1; }',
    'map $status $logged { 429 1; default ""; }',
    'map $status $logged { 200 1; }',
    'map $remote_addr $logged { 429 ""; default 1; }',
    'map $status $other { 429 ""; default 1; }',
  ])('does not where an answer may be missing: %s', (map) => expect(asked(map)).toBe(false));
});
