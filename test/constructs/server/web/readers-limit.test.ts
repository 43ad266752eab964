import { readersLimit } from '../../../../constructs/server/web/readers-limit.js';

const lines = readersLimit({ requestsPerSecond: 7, burst: 9 })
  .split('\n')
  .map((line) => line.trim());

it('counts by the address of a reader, and by the first 8 bytes where it has 16', () => {
  expect(lines).toContain('limit_req_zone $reader zone=requests:20m rate=7r/s;');
  expect(lines).toContain('limit_conn_zone $reader zone=connections:20m;');
  const [, expression = ''] = lines.map((line) => /^"~(.*)" \$network;$/.exec(line)).find(Boolean) ?? [];
  const network = new RegExp(expression.replace('(?s)', ''), 's');
  expect(network.exec('ABCDEFGH\n1234567')?.groups).toEqual({ network: 'ABCDEFGH' });
  expect(network.exec('ABCD')).toBeNull();
});

it('tells who asked too fast to wait, and who asked otherwise what is taken', () => {
  expect(lines).toEqual(
    expect.arrayContaining([
      'limit_req_status 429;',
      'limit_conn_status 429;',
      'map $status $retry_after { 429 1; default ""; }',
      'map $status $allowed { 405 "GET, HEAD"; default ""; }',
    ]),
  );
});

it('takes GET and HEAD alone, and asks again for the page of an error', () => {
  expect(lines).toContain('map $request_method $refused { volatile; GET ""; HEAD ""; default 1; }');
});
