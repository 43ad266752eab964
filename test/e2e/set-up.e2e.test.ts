import { renderSetUp } from '../../constructs/server/host/index.js';
import { CHECKS, HostBench } from './support/host-bench.js';
import { ADDRESS } from './support/network/small-network.js';
import { describePart } from './support/part.js';

const PREPARATION_MS = 1_800_000;

describePart('an existing host, made by the set-up script', ['nftables', 'bootedTree', 'sshServer'], () => {
  let bench: HostBench;

  beforeAll(async () => {
    bench = new HostBench();
    await bench.start();
  }, PREPARATION_MS);
  afterAll(() => bench.stop(), PREPARATION_MS);

  const setUp = (changed = bench.plan) => bench.machine.tried(['sh', '-s'], renderSetUp(changed, bench.host));

  it('touches nothing on a host with another system than the plan’s, unless the plan lets it', () => {
    const before = bench.everything();
    const strict = { ...bench.plan, server: { ...bench.plan.server, otherSystem: false } };
    const { status, stderr } = setUp(strict);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^No se tocó nada: .*Ubuntu 22\.04 y aquí hay Debian/);
    expect(bench.everything()).toBe(before);
  });

  it('makes an existing host the same as a new one', () => {
    const { status, stdout, stderr } = setUp();
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(stdout).toContain('Servidor listo');
    expect(stdout).toContain('Instalado: jq');
    for (const { expected, found } of bench.files()) expect(found).toEqual(expected);
    for (const check of CHECKS) bench.machine.run(check);
    expect(bench.login('difusor', ADDRESS.administrator, 'sudo -n id -un')).toBe('root');
    expect(bench.login('instituto', ADDRESS.trusted, 'sudo -n id -un')).toBe('root');
  });

  it('changes nothing the second time, and says so', () => {
    const before = bench.everything();
    const { status, stdout } = setUp();
    expect(status).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(2);
    expect(stdout).toMatch(/otra versión.*\nSin cambios/);
    expect(bench.everything()).toBe(before);
  });

  it('applies a change alone, and repairs what a person changed', () => {
    const pid = (): string =>
      bench.machine.run(['systemctl', 'show', '--value', '--property=MainPID', 'docker.service']);
    const docker = pid();
    bench.machine.run(['sh', '-c', 'echo "PermitRootLogin yes" > /etc/ssh/sshd_config.d/00-difusor.conf']);
    const trusted = [...bench.plan.server.trusted, '198.51.100.128/25'];
    const { status, stdout } = setUp({ ...bench.plan, server: { ...bench.plan.server, trusted } });
    expect(status).toBe(0);
    expect(stdout).toMatch(/Aplicado: firewall[^]*Aplicado: intrusion-prevention[^]*Aplicado: ssh/);
    expect(stdout).not.toContain('Aplicado: docker');
    expect(pid()).toBe(docker);
    expect(bench.machine.run(['sshd', '-T'])).toContain('permitrootlogin no');
    expect(bench.machine.run(['nft', 'list', 'set', 'inet', 'difusor', 'trusted4'])).toContain(
      '198.51.100.128/25',
    );
    expect(setUp().status).toBe(0);
  });

  it('puts back files that their program refuses', () => {
    const broken = { ...bench.plan, server: { ...bench.plan.server, ntpServers: ['a b c'] } };
    const before = bench.machine.run(['cat', '/etc/chrony/chrony.conf']);
    const { status, stderr } = setUp(broken);
    expect(status).toBe(1);
    expect(stderr).toContain('Falló clock');
    expect(bench.machine.run(['cat', '/etc/chrony/chrony.conf'])).toBe(before);
  });

  it('puts the firewall back where it would shut out the session that runs it', () => {
    const server = { ...bench.plan.server, administrator: { ...bench.plan.server.administrator, from: [] } };
    const script = renderSetUp({ ...bench.plan, server }, bench.host);
    const rules = bench.machine.run(['nft', '--stateless', 'list', 'table', 'inet', 'difusor']);
    const { status, stderr } = bench.ssh('difusor', ADDRESS.administrator, 'sudo -n sh -s', {
      input: script,
    });
    expect(status).toBe(1);
    expect(stderr).toContain('se puso el de antes');
    expect(bench.machine.run(['nft', '--stateless', 'list', 'table', 'inet', 'difusor'])).toBe(rules);
    expect(bench.machine.run(['cat', '/etc/difusor/firewall.nft'])).toContain(ADDRESS.administrator);
    expect(bench.login('difusor', ADDRESS.administrator, 'echo within')).toBe('within');
  });

  it('touches nothing on another system', () => {
    const before = bench.everything();
    const release = bench.machine.run(['cat', '/usr/lib/os-release']);
    bench.machine.run(['sh', '-c', 'printf "ID=fedora\\nPRETTY_NAME=Fedora\\n" > /usr/lib/os-release']);
    const { status, stderr } = setUp();
    bench.machine.run(['tee', '/usr/lib/os-release'], release);
    expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining('Fedora') });
    expect(bench.everything()).toBe(before);
  });
});
