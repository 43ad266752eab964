import type { WebPlan } from '../../../lib/config/index.js';

/**
 * Zones that count requests and connections of one reader: an IPv4 address, or the /64 of an IPv6 address, since a house
 * has that many; and the methods and headers of a refusal.
 */
export function readersLimit({ requestsPerSecond }: WebPlan['rateLimit']): string {
  return [
    '  map $binary_remote_addr $reader {',
    '    "~(?s)^(?<network>.{8}).{8}$" $network;',
    '    default $binary_remote_addr;',
    '  }',
    `  limit_req_zone $reader zone=requests:20m rate=${requestsPerSecond}r/s;`,
    '  limit_req_status 429;',
    '  limit_req_log_level info;',
    '  limit_conn_zone $reader zone=connections:20m;',
    '  limit_conn_status 429;',
    '  limit_conn_log_level info;',
    '  map $status $retry_after { 429 1; default ""; }',
    // Asked anew for the page of an error, which is got whatever the request was.
    '  map $request_method $refused { volatile; GET ""; HEAD ""; default 1; }',
    '  map $status $allowed { 405 "GET, HEAD"; default ""; }',
    '',
  ].join('\n');
}
