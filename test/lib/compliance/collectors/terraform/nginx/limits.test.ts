import { requestsPerSecond } from '../../../../../../lib/compliance/collectors/terraform/nginx/limits.js';
import { parseNginx } from '../../../../../../lib/compliance/collectors/terraform/nginx/parse.js';

const read = (text: string) => parseNginx(text) ?? [];
const limit = read('limit_req zone=z burst=9;');
const ZONE = (key: string, rate = '50r/s') => `limit_req_zone ${key} zone=z:1m rate=${rate};`;
const MAP = (lines: string) => `map $remote_addr $key { ${lines} }`;

describe('requestsPerSecond', () => {
  test.each([
    [ZONE('$binary_remote_addr'), 50],
    [ZONE('$remote_addr', '60r/m'), 1],
    [MAP('default $remote_addr; 2001:: a;') + ZONE('$key'), 50],
    [MAP('default "";') + ZONE('$key'), undefined],
    [MAP('1.2.3.4 $remote_addr;') + ZONE('$key'), undefined],
    [ZONE('$server_name'), undefined],
    [ZONE('$binary_remote_addr', 'fast'), undefined],
    ['', undefined],
  ])('is, by %s, %j', (text, rate) => {
    const http = read(text);
    expect(requestsPerSecond([limit, http], http)).toBe(rate);
  });
});
