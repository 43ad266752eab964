import {
  listenDoubts,
  listensOf,
  rivalDoubts,
} from '../../../../../../lib/compliance/collectors/terraform/nginx/listens.js';
import { parseNginx } from '../../../../../../lib/compliance/collectors/terraform/nginx/parse.js';

const read = (text: string) => parseNginx(text) ?? [];

describe('listensOf', () => {
  test.each([
    ['', ['4:80']],
    ['listen 443 ssl;', ['4:443']],
    ['listen *:80; listen [::]:80;', ['4:80', '6:80']],
    ['listen [::]:443 ssl ipv6only=off;', ['4:443', '6:443']],
    ['listen 198.51.100.1:443 ssl;', []],
  ])('%s: %j', (text, sockets) => {
    expect(listensOf(read(text)).flatMap((one) => one.sockets)).toEqual(sockets);
  });
});

describe('listenDoubts', () => {
  test.each([
    ['listen 443 ssl http2 default_server reuseport;', 0],
    ['listen 127.0.0.1:8080; listen unix:/run/x;', 0],
    ['listen 443 ssl proxy_protocol;', 1],
    ['listen 198.51.100.1:443 ssl;', 1],
  ])('%s: %d', (text, count) => {
    expect(listenDoubts(read(text))).toHaveLength(count);
  });
});

describe('rivalDoubts', () => {
  const SITE = 'listen 443 ssl; server_name a.example.org;';
  test.each([
    ['listen 443 ssl; server_name b.example.org;', 0],
    ['listen 443 ssl default_server; server_name _;', 0],
    ['listen 80; server_name a.example.org;', 0],
    ['listen 443 ssl; server_name A.example.org;', 1],
    ['listen 443 ssl; server_name *.example.org;', 1],
    ['listen 443 ssl; server_name ~^a;', 1],
    ['listen [::]:443 ssl; server_name b.example.org;', 1],
  ])('beside %s: %d', (other, count) => {
    const site = read(SITE);
    expect(rivalDoubts([site, read(other)], [site])).toHaveLength(count);
  });

  test('takes no two defaults of one port', () => {
    const servers = [
      read('listen 443 default_server; server_name a;'),
      read('listen 443 default_server; server_name b;'),
    ];
    expect(rivalDoubts(servers, servers)).toHaveLength(1);
  });
});
