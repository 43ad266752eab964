import { mediaTypeDoubts } from '../../../../../../lib/compliance/collectors/terraform/nginx/media-types.js';
import { parseNginx } from '../../../../../../lib/compliance/collectors/terraform/nginx/parse.js';
import { readerLimitDoubts } from '../../../../../../lib/compliance/collectors/terraform/nginx/reader-limits.js';
import { responseHeaderDoubts } from '../../../../../../lib/compliance/collectors/terraform/nginx/response-headers.js';
import { locationsOf } from '../../../../../../lib/compliance/collectors/terraform/nginx/scope.js';

const read = (text: string) => parseNginx(text) ?? [];
const TYPES = 'text/html html; text/css css; text/javascript js; application/json json;';
const ZONES = 'limit_req_zone $remote_addr zone=r:1m rate=50r/s; limit_conn_zone $remote_addr zone=c:1m;';

describe('mediaTypeDoubts', () => {
  test.each([
    ['', 0],
    [`types { ${TYPES} }`, 0],
    ['types { }', 4],
    [`types { ${TYPES} text/plain json; }`, 1],
    [`types { ${TYPES} text/html csv; }`, 1],
  ])('%s: %d', (text, count) => {
    expect(mediaTypeDoubts([read(text)])).toHaveLength(count);
  });
});

describe('responseHeaderDoubts', () => {
  test.each([
    ['add_header X-A b; add_header Cache-Control no-cache always;', []],
    ['add_header ETag x;', ['freshness', 'headers']],
    ['add_header Content-Encoding gzip;', ['files', 'bodies', 'headers']],
    ['add_header Set-Cookie a=b;', ['files', 'bodies', 'headers']],
    [`add_header Content-Security-Policy "frame-ancestors 'self'";`, []],
    ['add_header Content-Security-Policy sandbox;', ['bodies']],
    ['add_header A b c;', ['headers']],
  ])('%s: %j', (text, parts) => {
    expect(responseHeaderDoubts([read(text)], '/srv/site/live').flatMap((doubt) => doubt.parts)).toEqual(
      parts,
    );
  });

  test('leaves the policy of a page of its own to the rule on frames', () => {
    expect(responseHeaderDoubts([read('add_header Content-Security-Policy sandbox;')], '/etc/page')).toEqual(
      [],
    );
  });
});

describe('readerLimitDoubts', () => {
  test.each([
    ['limit_req zone=r burst=50 nodelay; limit_conn c 50;', 0],
    ['limit_req zone=r;', 1],
    ['limit_req zone=r burst=5;', 1],
    ['limit_conn c 2;', 1],
    ['limit_conn other 50;', 1],
  ])('%s: %d', (text, count) => {
    const http = read(ZONES);
    const found = locationsOf(read(text), http).flatMap((one) => readerLimitDoubts(one, undefined, http));
    expect(found).toHaveLength(count);
  });

  test('tells a location with another limit than the site', () => {
    const http = read(ZONES);
    const [own, everywhere] = locationsOf(
      read('limit_req zone=r burst=50; location /x { limit_req zone=n burst=50; }'),
      http,
    );
    expect(own && readerLimitDoubts(own, everywhere, http)).toHaveLength(1);
  });
});
