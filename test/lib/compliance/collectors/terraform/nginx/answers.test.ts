import {
  answerDoubts,
  errorPageDoubts,
  leadsToSite,
  tryFilesDoubts,
} from '../../../../../../lib/compliance/collectors/terraform/nginx/answers.js';
import { parseNginx } from '../../../../../../lib/compliance/collectors/terraform/nginx/parse.js';
import { locationsOf } from '../../../../../../lib/compliance/collectors/terraform/nginx/scope.js';

const read = (text: string) => parseNginx(text) ?? [];
const everywhere = (text: string) => locationsOf(read(text), []).slice(0, 1);
const QUERY = 'map $is_args $q { "" ""; default /.query/none; }';

describe('answerDoubts', () => {
  test.each([
    ['return 404;', 0],
    ['return 302 /x;', 1],
    ['return https://x;', 1],
  ])('%s: %d', (text, count) => {
    expect(everywhere(text).flatMap(answerDoubts)).toHaveLength(count);
  });
});

describe('leadsToSite', () => {
  test.each([
    ['return 301 https://a.example.org$request_uri;', true],
    ['return 308 https://$host$request_uri;', true],
    ['return 301 https://b.example.org$request_uri;', false],
    ['return 301 http://a.example.org$request_uri;', false],
    ['return 301 https://a.example.org/;', false],
    ['return 200 x;', false],
  ])('%s: %s', (text, expected) => {
    expect(read(text).every((directive) => leadsToSite(directive, ['a.example.org']))).toBe(expected);
  });
});

describe('tryFilesDoubts', () => {
  test.each([
    ['try_files $uri $uri/ =404;', '', 0],
    ['try_files $uri$q $uri$q/ @n;', QUERY, 0],
    ['try_files $uri @other;', '', 1],
    ['try_files /x $uri =404;', '', 1],
    ['try_files $uri.bak $uri =404;', '', 1],
    ['try_files $uri =200;', '', 1],
    ['try_files $uri$q @n;', QUERY.replace('/.query/none', '/old'), 1],
    ['try_files $uri$q @n;', QUERY.replace('"" "";', '"" /old;'), 1],
  ])('%s by %s: %d', (text, http, count) => {
    expect(everywhere(text).flatMap((one) => tryFilesDoubts(one, ['@n'], read(http)))).toHaveLength(count);
  });
});

describe('errorPageDoubts', () => {
  test.each([
    ['error_page 404 500 /x.html;', 0],
    ['error_page 404 @n;', 0],
    ['error_page 404 https://x;', 1],
    ['error_page 301 /x.html;', 1],
    ['error_page 404 @other;', 1],
  ])('%s: %d', (text, count) => {
    expect(everywhere(text).flatMap((one) => errorPageDoubts(one, ['@n']))).toHaveLength(count);
  });
});
