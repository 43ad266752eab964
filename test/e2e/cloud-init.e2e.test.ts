import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KEYS_FOLDER } from '../../constructs/server/host/accounts.js';
import { renderCloudInit } from '../../constructs/server/host/index.js';
import { CHECKS, HostBench } from './support/host-bench.js';
import { ADDRESS } from './support/network/small-network.js';
import { describePart } from './support/part.js';
import { until } from './support/until.js';

const PREPARATION_MS = 1_800_000;
const NO_ARCHIVE = /^\s*(Err:|W: |Temporary failure resolving)/;

describePart('a new host, made by cloud-init', ['nftables', 'cloudInit', 'bootedTree', 'sshServer'], () => {
  let bench: HostBench;

  beforeAll(async () => {
    bench = new HostBench();
    await bench.start(renderCloudInit(bench.plan, bench.host));
  }, PREPARATION_MS);
  afterAll(() => bench.stop(), PREPARATION_MS);

  it('takes the user data as valid', () => {
    const path = join(bench.folder, 'user-data');
    writeFileSync(path, renderCloudInit(bench.plan, bench.host));
    expect(execFileSync('cloud-init', ['schema', '--config-file', path], { encoding: 'utf8' })).toContain(
      'Valid',
    );
  });

  it('carries it out without an error at the machine’s first start', () => {
    const result = JSON.parse(bench.machine.run(['cat', '/run/cloud-init/result.json'])) as {
      v1: { errors: string[] };
    };
    expect(result.v1.errors).toEqual([]);
    const said = bench.machine.run(['cat', '/var/log/cloud-init-output.log']).split('\n');
    // apt finds no archive in this network, and takes what it downloaded before.
    const troubles = said.filter(
      (line) => /\b(failed|failure|fatal|error|traceback)\b/i.test(line) && !NO_ARCHIVE.test(line),
    );
    expect(troubles).toEqual([]);
  });

  it('writes every file as it is rendered', () => {
    for (const { expected, found } of bench.files()) expect(found).toEqual(expected);
  });

  it.each(CHECKS.map((check) => [check.join(' '), check] as const))(
    'writes what %s accepts',
    (_name, check) => {
      expect(bench.machine.tried(check)).toMatchObject({ status: 0 });
    },
  );

  it.each([
    ...['docker', 'fail2ban', 'ssh', 'difusor-firewall', 'unattended-upgrades'].map(
      (name) => `${name}.service`,
    ),
    'difusor-watch.timer',
  ])('starts %s, and again with each start of the machine', (unit) => {
    expect(bench.machine.tried(['systemctl', 'is-active', unit]).stdout.trim()).toBe('active');
    expect(bench.machine.run(['systemctl', 'is-enabled', unit]).trim()).toBe('enabled');
  });

  it('keeps the distribution’s own firewall unit from flushing Docker’s rules', () => {
    expect(bench.machine.tried(['systemctl', 'is-enabled', 'nftables.service']).stdout.trim()).toBe('masked');
  });

  it('has Docker as the call’s night needs it', () => {
    expect(JSON.parse(bench.machine.run(['docker', 'info', '--format', '{{json .}}']))).toMatchObject({
      LiveRestoreEnabled: true,
      LoggingDriver: 'json-file',
    });
  });

  it('asks the plan’s NTP servers', () => {
    expect(bench.machine.run(['grep', '^server', '/etc/chrony/chrony.conf']).trim().split('\n')).toEqual(
      bench.plan.server.ntpServers.map((server) => `server ${server} iburst`),
    );
  });

  it('updates for security alone, but not the engine, and never reboots', () => {
    const settings = bench.machine.run(['apt-config', 'dump']).split('\n');
    const valuesOf = (key: string): string[] =>
      settings.flatMap((line) =>
        line.startsWith(`Unattended-Upgrade::${key}`) ? line.split(' ', 2).slice(1) : [],
      );
    expect(valuesOf('Allowed-Origins::')).toHaveLength(3);
    expect(valuesOf('Allowed-Origins::').filter((origin) => !origin.includes('-security'))).toEqual([]);
    expect(valuesOf('Origins-Pattern::')).toEqual([
      '"origin=Debian,codename=${distro_codename}-security,label=Debian-Security";',
    ]);
    expect(valuesOf('Package-Blacklist::')).toContain(String.raw`"docker\.io$";`);
    expect(valuesOf('Automatic-Reboot ')).toEqual(['"false";']);
  });

  it('makes the folders with their owners', () => {
    expect(
      bench.machine.run([
        'stat',
        '-c',
        '%a %u:%g %n',
        '/srv/prep/inbox',
        '/srv/prep/site',
        '/srv/prep/secrets',
      ]),
    ).toBe('2770 10002:10001 /srv/prep/inbox\n755 10001:10001 /srv/prep/site\n700 0:0 /srv/prep/secrets\n');
  });

  it('lets the administrator and the institute in by key, with everything root may do', () => {
    expect(
      bench.login(
        'difusor',
        ADDRESS.administrator,
        'sudo -n id -un; docker info --format "{{.ServerVersion}}"',
      ),
    ).toMatch(/^root\n\d+\./);
    expect(bench.login('instituto', ADDRESS.trusted, 'sudo -n id -un')).toBe('root');
  });

  it('lets in no other account, no other key, and nobody from elsewhere', () => {
    const other = bench.makeKey('other');
    bench.machine.run(['useradd', '--create-home', 'otra']);
    // Where sshd looks for keys: it is the account that is refused, not a key that is missing.
    for (const account of ['otra', 'root'])
      bench.machine.run(['cp', `${KEYS_FOLDER}/difusor`, `${KEYS_FOLDER}/${account}`]);
    expect(bench.login('otra', ADDRESS.administrator, 'id')).toBe('');
    expect(bench.login('root', ADDRESS.administrator, 'id')).toBe('');
    expect(bench.login('instituto', ADDRESS.trusted, 'id', other)).toBe('');
    expect(bench.login('difusor', ADDRESS.untrusted, 'id')).toBe('');
  });

  it(
    'brings the firewall back after a reboot, before Docker',
    async () => {
      bench.machine.run(['nft', 'flush', 'ruleset']);
      await bench.machine.halt();
      await bench.machine.boot();
      expect(bench.machine.run(['nft', 'list', 'tables'])).toContain('table inet difusor\n');
      expect(bench.machine.run(['systemctl', 'is-active', 'docker.service']).trim()).toBe('active');
      const since = (unit: string, what: string): number =>
        Number(bench.machine.run(['systemctl', 'show', '--value', '--property', what, unit]).trim());
      expect(since('difusor-firewall.service', 'ActiveEnterTimestampMonotonic')).toBeLessThan(
        since('docker.service', 'ExecMainStartTimestampMonotonic'),
      );
      expect(bench.login('difusor', ADDRESS.administrator, 'echo within')).toBe('within');
    },
    PREPARATION_MS,
  );

  it('shuts out who guesses at SSH, from everything', async () => {
    const open = { from: ADDRESS.administrator, to: ADDRESS.host, port: 80 };
    expect(bench.network.reached('world', [open])).toEqual([1]);
    for (let guess = 0; guess < 6; guess++) bench.login('nadie', ADDRESS.administrator, 'id');
    const banned = (): boolean =>
      bench.machine.tried(['fail2ban-client', 'get', 'sshd', 'banip']).stdout.includes(ADDRESS.administrator);
    await until('the ban', banned, { everyMs: 250 });
    expect(bench.network.reached('world', [open, { ...open, from: ADDRESS.untrusted }])).toEqual([0, 1]);
    expect(bench.machine.run(['nft', 'list', 'table', 'inet', 'difusor-bans'])).toContain(
      'hook prerouting priority mangle - 10',
    );
  });
});
