import type { ServerSettings } from '../../../../lib/config/index.js';
import { hostFiles, hostParts } from '../../../../constructs/server/host/host-parts.js';
import { framePlan, serverPlan, sftpPlan } from '../../../support/server-plan.js';

const PLANS = { veracruz: serverPlan(), chiapas: sftpPlan(), frame: framePlan() };
const filesOf = (plan: (typeof PLANS)[keyof typeof PLANS]) =>
  plan.server.hosts.flatMap((host) => hostFiles(plan, host));
const contentOf = (plan: (typeof PLANS)[keyof typeof PLANS], path: string): string =>
  filesOf(plan).find((file) => file.path === path)?.content ?? '';
const changed = (changes: Partial<ServerSettings>) =>
  serverPlan({ server: { ...serverPlan().server, ...changes } });

describe.each(Object.entries(PLANS))('the files of the host of %s', (_name, plan) => {
  it('have each its own absolute path, mode and owner, and end with a line break', () => {
    const files = filesOf(plan);
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
    for (const { path, mode, owner, content } of files) {
      expect(path).toMatch(/^\/(etc|usr\/local)\//);
      expect(mode).toMatch(/^0[0-7]{3}$/);
      expect(owner).toBe('root:root');
      expect(content.endsWith('\n')).toBe(true);
    }
  });

  it('are written by part whose commands name programs, not shells that read the plan', () => {
    for (const { apply, check } of plan.server.hosts.flatMap((host) => hostParts(plan, host))) {
      for (const [program, ...args] of [...apply, ...check]) {
        expect(program).toMatch(/^[\w./-]+$/);
        expect(args.join(' ')).not.toContain(plan.site.domain);
      }
    }
  });
});

describe('hostFiles', () => {
  it('gives root’s privileges to the administrator, and to the institute where the plan has it', () => {
    const sudoers = '/etc/sudoers.d/90-difusor';
    expect(contentOf(PLANS.veracruz, sudoers)).toMatch(
      /^difusor ALL=.*\ninstituto ALL=\(ALL:ALL\) NOPASSWD:ALL$/m,
    );
    expect(contentOf(PLANS.chiapas, sudoers)).not.toContain('instituto');
  });

  it('lets only the plan’s accounts in, by key alone', () => {
    const sshd = contentOf(PLANS.veracruz, '/etc/ssh/sshd_config.d/00-difusor.conf').split('\n');
    expect(sshd).toEqual(
      expect.arrayContaining([
        'PasswordAuthentication no',
        'KbdInteractiveAuthentication no',
        'PermitRootLogin no',
        'AuthenticationMethods publickey',
        'AllowUsers difusor instituto',
        'AllowTcpForwarding no',
      ]),
    );
    expect(sshd.filter((line) => line.startsWith('Port'))).toEqual([]);
  });

  it('moves SSH where the host has it elsewhere', () => {
    const [host] = PLANS.veracruz.server.hosts;
    const plan = changed({ hosts: host ? [{ ...host, sshPort: 2022 }] : [] });
    expect(contentOf(plan, '/etc/ssh/sshd_config.d/00-difusor.conf')).toContain('\nPort 2022\n');
    expect(contentOf(plan, '/etc/difusor/firewall.nft')).toContain('tcp dport { 2022, 873 }');
    expect(contentOf(plan, '/etc/fail2ban/jail.d/difusor.local')).toContain('\nport = 2022\n');
  });

  it('never shuts the institute out of its pushes for a wrong key', () => {
    expect(contentOf(PLANS.veracruz, '/etc/fail2ban/jail.d/difusor.local')).toContain(
      'ignoreip = 127.0.0.0/8 ::1 203.0.113.0/28 2001:db8:5::/64',
    );
  });

  it('makes the folders that containers mount, without those of a publisher where there is none', () => {
    const folders = contentOf(PLANS.veracruz, '/etc/tmpfiles.d/difusor.conf');
    expect(folders).toContain('d /srv/prep/inbox 2770 10002 10001 -');
    expect(folders).toContain('d /srv/prep/secrets 0700 0 0 -');
    expect(contentOf(PLANS.frame, '/etc/tmpfiles.d/difusor.conf')).not.toContain('inbox');
  });

  it('watches a publisher, and nothing where there is none', () => {
    expect(contentOf(PLANS.veracruz, '/etc/difusor/watch.env')).toMatch(
      /^CONTAINER=difusor-veracruz-2024-publisher\n[^]*\nMAX_AGE_SECONDS=2580\n/m,
    );
    expect(filesOf(PLANS.frame).filter(({ path }) => path.includes('watch'))).toEqual([]);
  });

  it('asks the plan’s time servers, serves no time, and steps the clock at the start only', () => {
    const lines = contentOf(changed({ ntpServers: ['cronos.cenam.mx'] }), '/etc/chrony/chrony.conf').split(
      '\n',
    );
    expect(lines.filter((line) => /^(server|pool|port|makestep|rtcsync)/.test(line))).toEqual([
      'server cronos.cenam.mx iburst',
      'makestep 1.0 3',
      'rtcsync',
      'port 0',
    ]);
  });

  it('updates for security alone, and never reboots', () => {
    const updates = contentOf(PLANS.veracruz, '/etc/apt/apt.conf.d/52difusor');
    expect(updates).toContain('Unattended-Upgrade::Automatic-Reboot "false";');
    expect(updates).not.toContain('-updates"');
  });

  it('keeps containers alive while Docker restarts', () => {
    expect(JSON.parse(contentOf(PLANS.veracruz, '/etc/docker/daemon.json'))).toMatchObject({
      'live-restore': true,
      'userland-proxy': false,
      'no-new-privileges': true,
      'log-opts': { 'max-size': '20m', 'max-file': '5' },
    });
  });

  it('starts the firewall before the network and Docker, and never flushes another table', () => {
    const unit = contentOf(PLANS.veracruz, '/etc/systemd/system/difusor-firewall.service');
    expect(unit).toMatch(/^Before=network-pre\.target docker\.service/m);
    expect(unit).toContain('RemainAfterExit=yes');
    expect(unit).not.toContain('ExecStop');
  });
});
