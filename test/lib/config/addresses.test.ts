import { isLocalName, normalizeHost } from '../../../lib/config/addresses.js';

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
