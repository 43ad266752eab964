import { collectTerraform } from '../../../../../../lib/compliance/index.js';

const host = (resource: object, cloudInit?: string) =>
  collectTerraform([
    {
      name: 'uno',
      template: { resource },
      ...(cloudInit === undefined ? {} : { cloudInit: `#cloud-config\n${cloudInit}\n` }),
    },
  ]).hosts[0];

describe('collectHost', () => {
  test('finds none where nothing is said of one', () => {
    expect(host({})).toBeUndefined();
    expect(host({ docker_container: { x: { image: 'i' } } })).toMatchObject({ docker: false });
  });

  test.each([
    ['packages: [docker.io]', true],
    ['packages: [docker.io]\nruncmd: [systemctl disable docker]', false],
    ['runcmd: [apt-get install -y docker-ce]', true],
    ['packages: [nginx]', false],
  ])('has Docker by %j: %s', (text, docker) => {
    expect(host({}, text)?.docker).toBe(docker);
  });

  test.each([
    ['ssh_pwauth: false', { enabled: true, passwords: false, rootLogin: false }],
    ['ssh_pwauth: true', { enabled: true, passwords: true, rootLogin: true }],
    ['ssh_pwauth: false\ndisable_root: false', { enabled: true, passwords: false, rootLogin: true }],
    [
      'ssh_pwauth: false\nruncmd: [systemctl mask ssh]',
      { enabled: false, passwords: false, rootLogin: false },
    ],
  ])('is reached over SSH by %j', (text, ssh) => {
    expect(host({}, text)?.ssh).toEqual(ssh);
  });

  test.each([
    ['packages: [fail2ban]', ['fail2ban']],
    [
      'packages: [fail2ban]\nwrite_files: [{ path: /etc/fail2ban/jail.local, content: "[sshd]\\nenabled = false" }]',
      [],
    ],
    ['packages: [crowdsec]', ['crowdsec']],
    ['packages: [curl]', []],
  ])('shuts out by %j: %j', (text, programs) => {
    expect(host({}, text)?.intrusionPrevention).toEqual(programs);
  });
});
