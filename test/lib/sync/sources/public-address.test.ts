import type { lookup } from 'node:dns';
import {
  assertAllowedHost,
  guardedLookup,
  isAllowedAddress,
} from '../../../../lib/sync/sources/public-address.js';
import { thrownBy } from '../../../support/thrown.js';

type Resolve = typeof lookup;
interface Answer {
  readonly address: string;
  readonly family: number;
}

const PUBLIC = ['8.8.8.8', '201.131.0.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2800:3f0:4005::'];
const NOT_PUBLIC = [
  ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.255.255.254', '169.254.169.254', '172.16.0.1'],
  ...['172.31.255.255', '192.0.0.8', '192.0.2.1', '192.168.1.1', '198.18.0.1', '198.51.100.1', '203.0.113.1'],
  ...['224.0.0.1', '240.0.0.1', '255.255.255.255'],
  ...['::', '::1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '64:ff9b::a00:1', '100::1', '2001::1', '2001:db8::1'],
  ...['2002:a00:1::', '3fff::1', 'fc00::1', 'fd00:ec2::254', 'fe80::1', 'ff02::1'],
  'not an address',
];

function answering(...answers: Answer[]): Resolve {
  const resolve = (_host: string, _options: unknown, done: (error: null, found: Answer[]) => void): void =>
    done(null, answers);
  return resolve as unknown as Resolve;
}

function look(resolve: Resolve, all: boolean, allowLoopback = false): Promise<unknown[]> {
  return new Promise((settle) => {
    guardedLookup({ allowLoopback, resolve })('source.example', { all }, (...result) => settle(result));
  });
}

describe('isAllowedAddress', () => {
  it.each(PUBLIC)('lets %s through', (address) => {
    expect(isAllowedAddress(address, {})).toBe(true);
  });

  it.each(NOT_PUBLIC)('refuses %s', (address) => {
    expect(isAllowedAddress(address, {})).toBe(false);
  });

  it('lets this host through where a test says so, and nothing else with it', () => {
    const allowed = NOT_PUBLIC.filter((address) => isAllowedAddress(address, { allowLoopback: true }));
    expect(allowed).toEqual(['127.0.0.1', '127.255.255.254', '::1']);
  });
});

describe('assertAllowedHost', () => {
  it.each(['127.0.0.1', '[::1]', '[fd00:ec2::254]', '10.0.0.1'])('refuses the literal %s', (host) => {
    expect(thrownBy(() => assertAllowedHost(host, {}))).toMatchObject({ code: 'SOURCE_ADDRESS_FORBIDDEN' });
  });

  it.each(['prep.example.net', '8.8.8.8', '[2606:4700::1111]'])('has nothing against %s', (host) => {
    expect(() => assertAllowedHost(host, {})).not.toThrow();
  });
});

describe('guardedLookup', () => {
  const open = { address: '8.8.8.8', family: 4 };
  const closed = { address: '10.0.0.1', family: 4 };

  it('answers as it was asked, with one address or all', async () => {
    expect(await look(answering(open), false)).toEqual([null, '8.8.8.8', 4]);
    expect(await look(answering(open), true)).toEqual([null, [open]]);
  });

  it('fails where one answer among several is not public', async () => {
    const [error] = await look(answering(open, closed), true);
    expect(error).toMatchObject({
      code: 'SOURCE_ADDRESS_FORBIDDEN',
      params: { host: 'source.example', address: '10.0.0.1' },
    });
  });

  it('passes a failure to resolve on', async () => {
    const failure = new Error('ENOTFOUND');
    const resolve = ((_host: string, _options: unknown, done: (error: Error) => void) =>
      done(failure)) as Resolve;
    expect(await look(resolve, true)).toEqual([failure, []]);
  });
});
