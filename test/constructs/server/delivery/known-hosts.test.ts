import { knownHosts } from '../../../../constructs/server/delivery/known-hosts.js';

const host = {
  name: 'uno',
  address: '198.51.100.10',
  sshPort: 22,
  hostKeys: ['ssh-ed25519 AAAA', 'ssh-rsa BBBB'],
};

test.each([
  ['by its address', host, '198.51.100.10'],
  ['by address and port where the port is another', { ...host, sshPort: 2200 }, '[198.51.100.10]:2200'],
  ['by a name', { ...host, address: 'uno.example.org' }, 'uno.example.org'],
])('names a host %s', (_how, given, name) => {
  expect(knownHosts(given)).toBe(`${name} ssh-ed25519 AAAA\n${name} ssh-rsa BBBB\n`);
});
