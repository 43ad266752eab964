import { readUsers } from '../../../../../../lib/compliance/collectors/terraform/host/users.js';

const users = (config: object) =>
  readUsers({ resource: 'r', config: config as never, files: [], commands: [] });

describe('readUsers', () => {
  test.each([
    [{ name: 'a', sudo: 'ALL=(ALL) NOPASSWD:ALL' }, 'full'],
    [{ name: 'a', sudo: ['ALL=(ALL:ALL) ALL'] }, 'full'],
    [{ name: 'a', sudo: 'ALL=(ALL) NOPASSWD:/bin/ls' }, 'limited'],
    [{ name: 'a', groups: 'users, docker' }, 'full'],
    [{ name: 'a', groups: ['sudo'] }, 'full'],
    [{ name: 'a', uid: 0 }, 'full'],
    [{ name: 'root' }, 'full'],
    [{ name: 'a', sudo: false }, 'none'],
  ])('lets %j do: %s', (user, root) => {
    expect(users({ users: [user] })).toMatchObject([{ root }]);
  });

  test("counts keys, tells shells, and knows the image's own account", () => {
    expect(
      users({
        users: ['default', { name: 'a', ssh_authorized_keys: ['k', 'l'], shell: '/usr/sbin/nologin' }],
      }),
    ).toEqual([
      { name: 'default', root: 'full', keys: 0, shell: true },
      { name: 'a', root: 'none', keys: 2, shell: false },
    ]);
    expect(users({})).toMatchObject([{ name: 'default' }]);
    expect(users({ users: [{}] })).toMatchObject([{ name: { unresolved: 'users.name' } }]);
  });
});
