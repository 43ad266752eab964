import { shutOut } from '../../../../../../lib/compliance/collectors/terraform/known/host-access.js';

const files = (contents: Readonly<Record<string, string>>) =>
  new Map(Object.entries(contents).map(([path, content]) => [path, { path, content, resource: 'r' }]));
const KEYS = { '/etc/ssh/authorized_keys.d/ana': 'k', '/home/luz/.ssh/authorized_keys': 'k' };

describe('shutOut', () => {
  test('names who has a key and is on no list of sshd’s', () => {
    const list = { '/etc/ssh/sshd_config.d/00.conf': 'PermitRootLogin no\nallowusers ana\n' };
    expect(shutOut(files({ ...KEYS, ...list }))).toEqual(['AllowUsers: luz']);
  });

  test('adds up the lists', () => {
    const lists = {
      '/etc/ssh/sshd_config': 'AllowUsers ana',
      '/etc/ssh/sshd_config.d/1.conf': 'AllowUsers luz',
    };
    expect(shutOut(files({ ...KEYS, ...lists }))).toEqual([]);
  });

  test('names nobody where sshd has no list', () => {
    expect(shutOut(files(KEYS))).toEqual([]);
  });
});
