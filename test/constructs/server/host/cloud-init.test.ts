import { gzipSync } from 'node:zlib';
import { parse } from 'yaml';
import type { HostedPlan } from '../../../../lib/config/index.js';
import { hostFiles, renderCloudInit } from '../../../../constructs/server/host/index.js';
import { ADMINISTRATOR_KEY, INSTITUTE_KEY, serverPlan, sftpPlan } from '../../../support/server-plan.js';

const render = (plan: HostedPlan): string =>
  plan.server.hosts.map((host) => renderCloudInit(plan, host)).join('');
const read = (plan: HostedPlan) => parse(render(plan)) as Record<string, never> & CloudConfig;

interface CloudConfig {
  readonly users: readonly object[];
  readonly packages: readonly string[];
  readonly ntp: object;
  readonly write_files: readonly { readonly path: string; readonly content: string }[];
  readonly runcmd: readonly (readonly string[])[];
}

describe('renderCloudInit', () => {
  it('begins as cloud-init demands, and names the Ubuntu that it is for', () => {
    expect(render(serverPlan())).toMatch(/^#cloud-config\n# Ubuntu 22\.04: difusor-veracruz-2024, uno\n/);
  });

  it('makes the accounts, by key alone, with everything root may do', () => {
    const account = { shell: '/bin/bash', sudo: 'ALL=(ALL:ALL) NOPASSWD:ALL', lock_passwd: true };
    expect(read(serverPlan())).toMatchObject({
      users: [
        { name: 'difusor', ssh_authorized_keys: [ADMINISTRATOR_KEY], ...account },
        { name: 'instituto', ssh_authorized_keys: [INSTITUTE_KEY], ...account },
      ],
      ssh_pwauth: false,
      disable_root: true,
    });
    expect(read(sftpPlan()).users).toHaveLength(1);
  });

  it('installs each package once', () => {
    const { packages } = read(serverPlan());
    expect(packages).toEqual(expect.arrayContaining(['docker.io', 'chrony', 'nftables', 'fail2ban']));
    expect(new Set(packages).size).toBe(packages.length);
  });

  it('has cloud-init’s own module write the clock’s file, and every other file as the set-up script does', () => {
    const plan = serverPlan();
    const { ntp, write_files: files } = read(plan);
    expect(ntp).toMatchObject({ ntp_client: 'chrony', servers: plan.server.ntpServers });
    const expected = plan.server.hosts.flatMap((host) => hostFiles(plan, host));
    expect(files.map(({ path }) => path)).toEqual(
      expected.map(({ path }) => path).filter((path) => path !== '/etc/chrony/chrony.conf'),
    );
    for (const { path, content } of files) {
      expect(content).toBe(expected.find((file) => file.path === path)?.content);
    }
  });

  it('loads the firewall before it restarts Docker', () => {
    const commands = read(serverPlan()).runcmd.map((command) => command.join(' '));
    expect(commands.indexOf('/usr/local/sbin/difusor-firewall')).toBeGreaterThan(-1);
    expect(commands.indexOf('/usr/local/sbin/difusor-firewall')).toBeLessThan(
      commands.indexOf('systemctl restart docker.service'),
    );
  });

  it('fits into the 16 KB that clouds take as user data, once compressed', () => {
    expect(gzipSync(render(serverPlan())).length).toBeLessThan(16_384);
  });
});
