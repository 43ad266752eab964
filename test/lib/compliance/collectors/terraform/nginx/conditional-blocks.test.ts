import {
  conditionDoubts,
  methodDoubts,
} from '../../../../../../lib/compliance/collectors/terraform/nginx/conditional-blocks.js';
import { parseNginx } from '../../../../../../lib/compliance/collectors/terraform/nginx/parse.js';

const read = (text: string) => parseNginx(text) ?? [];
const MAP = 'map $request_method $m { GET ""; HEAD 0; default 1; }';

describe('conditionDoubts', () => {
  test.each([
    ['if ($m) { return 405; }', 0],
    ['if ($request_method !~ ^(GET|HEAD)$) { return 405; }', 0],
    ['if ($http_x) { return 403; }', 0],
    ['if ($m) { return 200; }', 1],
    ['if ($request_method = GET) { return 405; }', 1],
    ['if ($request_method !~ ^(GET)$) { return 405; }', 1],
    ['if ($args) { return 403; }', 1],
    ['if ($http_x) { set $y 1; }', 1],
  ])('%s: %d', (text, count) => {
    const around = { server: read(text), http: read(MAP), root: undefined };
    expect(around.server.flatMap((directive) => conditionDoubts(directive, around))).toHaveLength(count);
  });

  test('does not take a map that refuses readers, or that is written twice', () => {
    const server = read('if ($m) { return 405; }');
    for (const http of [MAP.replace('HEAD 0', 'HEAD 1'), MAP.replace('GET "";', ''), MAP + MAP]) {
      expect(
        server.flatMap((one) => conditionDoubts(one, { server, http: read(http), root: undefined })),
      ).toHaveLength(1);
    }
  });
});

describe('methodDoubts', () => {
  test.each([
    ['limit_except GET { deny all; }', 0],
    ['limit_except GET POST { allow 127.0.0.1; deny all; }', 0],
    ['limit_except POST { deny all; }', 1],
    ['limit_except GET { proxy_pass http://x; }', 1],
  ])('%s: %d', (text, count) => {
    expect(read(text).flatMap(methodDoubts)).toHaveLength(count);
  });
});
