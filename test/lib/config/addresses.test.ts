import { isLocalName, isReservedAddress, normalizeHost } from '../../../lib/config/addresses.js';

describe('isReservedAddress', () => {
  test.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '100.127.255.255', '127.0.0.1', '127.255.255.254'],
    ...['169.254.169.254', '168.63.129.16', '172.16.0.1', '172.31.255.255', '192.0.0.192', '192.0.2.1'],
    ...['192.168.1.1', '198.18.0.1', '198.51.100.7', '203.0.113.9', '224.0.0.1', '255.255.255.255'],
    ...['::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::7f00:1', '64:ff9b::7f00:1', '100::1'],
    ...[
      '2001::1',
      '2001:db8::1',
      '2002:7f00:1::',
      '3fff::1',
      'fc00::1',
      'fd00:ec2::254',
      'fe80::1',
      'ff02::1',
    ],
  ])('refuses %s', (address) => {
    expect(isReservedAddress(address)).toBe(true);
  });

  test.each([
    ...['8.8.8.8', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255'],
    ...['172.15.255.255', '172.32.0.0', '192.167.255.255', '198.17.255.255', '223.255.255.255'],
    ...['2600:1f18::1', '2a00:1450::1', '2001:4860::8888'],
  ])('lets %s through, next to what is refused', (address) => {
    expect(isReservedAddress(address)).toBe(false);
  });

  it('holds a name to be no address', () => {
    expect(isReservedAddress('prep.example.net')).toBe(false);
  });
});

describe('normalizeHost', () => {
  test.each([
    ['2130706433', '127.0.0.1'],
    ['0x7f000001', '127.0.0.1'],
    ['0177.0.0.1', '127.0.0.1'],
    ['127.1', '127.0.0.1'],
    ['127.0.0.1.', '127.0.0.1'],
    ['１２７.0.0.1', '127.0.0.1'],
    ['127%2e0.0.1', '127.0.0.1'],
    ['0xA9.0xFE.0xA9.0xFE', '169.254.169.254'],
    ['::ffff:10.0.0.1', '::ffff:a00:1'],
    ['[::1]', '::1'],
    ['LOCALHOST.', 'localhost'],
    ['Prep.Example.net', 'prep.example.net'],
  ])('reads %s as %s', (host, expected) => {
    expect(normalizeHost(host)).toBe(expected);
  });

  test.each([
    '',
    'a/b',
    'a:80',
    'a b',
    'a\\b',
    '256.1.1.1',
    '[::1',
    'a?b',
    'a#b',
    '127.0.0.1\n',
    '10.0.0.1?x',
    'u@10.0.0.1',
    'fe80::1%eth0',
  ])('finds no host in %j', (host) => {
    expect(normalizeHost(host)).toBeUndefined();
  });
});

describe('isLocalName', () => {
  test.each(['localhost', 'intranet', 'a.localhost', 'nas.local', 'metadata.google.internal', 'x.home.arpa'])(
    'refuses %s',
    (name) => {
      expect(isLocalName(name)).toBe(true);
    },
  );

  test.each(['prep.example.net', 'local.example.net', 'notlocal.mx'])('lets %s through', (name) => {
    expect(isLocalName(name)).toBe(false);
  });
});
