import { collectTerraform } from '../../../../../lib/compliance/index.js';

const collected = (name: string, content: string, internal: number) =>
  collectTerraform([
    {
      name: 'uno',
      template: {
        resource: {
          docker_container: {
            x: {
              image: 'i',
              ports: [{ internal, external: internal + 1000 }],
              volumes: [
                { host_path: '/srv/etc', container_path: '/etc/prep', read_only: true },
                { host_path: '/srv/inbox', container_path: '/srv/inbox' },
              ],
            },
          },
          terraform_data: { x: { input: { files: { [`/srv/etc/${name}`]: content } } } },
        },
      },
    },
  ]).ingests;
const RSYNC =
  '[m]\npath = /srv/inbox\nread only = no\nwrite only = yes\nlist = no\nauth users = u\nsecrets file = /x\n';
const SFTP =
  'Port 22\nPasswordAuthentication no\nKbdInteractiveAuthentication no\nChrootDirectory /srv\nForceCommand internal-sftp -d /inbox\n';

describe('collectIngests', () => {
  test.each([
    [
      RSYNC,
      {
        kind: 'rsync',
        port: 1873,
        writeOnly: true,
        confined: true,
        folder: 'uno:/srv/inbox',
        authentication: 'secret',
      },
    ],
    [RSYNC.replace('list = no', 'list = yes'), { writeOnly: false }],
    [RSYNC.replace('auth users = u', ''), { authentication: 'none' }],
    [`use chroot = no\n${RSYNC}`, { confined: false }],
    [RSYNC.replace('path = /srv/inbox', ''), { folder: { unresolved: 'path' } }],
    [`port = 9\n${RSYNC}`, { port: { unresolved: 'port 9' } }],
  ])('reads a daemon of rsync: %j', (content, ingest) => {
    expect(collected('rsyncd.conf', content, 873)).toMatchObject([ingest]);
  });

  test.each([
    [SFTP, { kind: 'sftp', port: 1022, confined: true, folder: 'uno:/srv/inbox', authentication: 'key' }],
    [SFTP.replace('PasswordAuthentication no', ''), { authentication: 'secret' }],
    [SFTP.replace(/ForceCommand.*/, ''), { kind: 'ssh', confined: false }],
    [SFTP.replace('ChrootDirectory /srv', 'ChrootDirectory none'), { confined: false }],
  ])('reads sshd: %j', (content, ingest) => {
    expect(collected('sshd_config', content, 22)).toMatchObject([ingest]);
  });

  test('finds none in a module that nobody may write', () => {
    expect(collected('rsyncd.conf', RSYNC.replace('read only = no', ''), 873)).toEqual([]);
  });
});
