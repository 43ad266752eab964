import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NEW_CONNECTIONS } from '../../constructs/server/host/firewall-rules.js';
import { hostFiles } from '../../constructs/server/host/index.js';
import { serverPlan } from '../support/server-plan.js';
import { useTemporaryDirectory } from '../support/temporary-directory.js';
import { ADDRESS, SmallNetwork, type Attempt } from './support/network/small-network.js';
import { describePart } from './support/part.js';

const DATABASE = 5432;
/** Ports of the host's own programs; those of the container come by address translation. */
const HOST_PORTS = [22, DATABASE, 9100];
const CONTAINER_PORTS = [80, 443, 873];
const SEEN_PORTS = [22, 80, 443, 873, DATABASE] as const;

/** What a Docker Engine writes for published ports. */
const DOCKER_RULES = `table ip nat
delete table ip nat
table ip nat {
  chain PREROUTING {
    type nat hook prerouting priority dstnat; policy accept;
    fib daddr type local tcp dport { 80, 443, 873 } dnat to ${ADDRESS.container}
  }
  chain POSTROUTING {
    type nat hook postrouting priority srcnat; policy accept;
    ip saddr 172.30.0.0/24 oifname != "docker0" masquerade
  }
}
`;

/** Who gets in where: each port of {@link SEEN_PORTS}, in its order. */
const CALLERS = [
  { who: 'a reader', from: ADDRESS.untrusted, to: ADDRESS.host, reaches: [0, 1, 1, 0, 0] },
  { who: 'the institute', from: ADDRESS.trusted, to: ADDRESS.host, reaches: [1, 1, 1, 1, 0] },
  { who: 'the administrator', from: ADDRESS.administrator, to: ADDRESS.host, reaches: [1, 1, 1, 0, 0] },
  { who: 'a reader by IPv6', from: ADDRESS.untrusted6, to: ADDRESS.host6, reaches: [0, 1, 1, 0, 0] },
  { who: 'the institute by IPv6', from: ADDRESS.trusted6, to: ADDRESS.host6, reaches: [1, 1, 1, 1, 0] },
  {
    who: 'a reader who asks this host to route',
    from: ADDRESS.untrusted,
    to: ADDRESS.container,
    reaches: [0, 0, 0, 0, 0],
  },
];

const attempts = CALLERS.flatMap(({ from, to }) => SEEN_PORTS.map((port): Attempt => ({ from, to, port })));
const seen = (network: SmallNetwork) => {
  const counts = network.reached('world', attempts);
  return CALLERS.map(({ who }, index) => ({
    who,
    reaches: counts.slice(index * SEEN_PORTS.length, (index + 1) * SEEN_PORTS.length),
  }));
};
const asTheCallSays = CALLERS.map(({ who, reaches }) => ({ who, reaches }));

describePart('the firewall, in network namespaces', ['nftables'], () => {
  const folder = useTemporaryDirectory();
  const plan = serverPlan();
  const [host] = plan.server.hosts;
  let network: SmallNetwork;

  const file = (name: string): string => {
    const found = host && hostFiles(plan, host).find(({ path }) => path.endsWith(name));
    const path = join(folder(), name);
    // The unit's and the program's own words, with this test's place of the rules.
    writeFileSync(path, (found?.content ?? '').replaceAll('/etc/difusor/firewall.nft', rulesPath()), {
      mode: 0o755,
    });
    return path;
  };
  const rulesPath = (): string => join(folder(), 'firewall.nft');
  const load = (): void => {
    file('firewall.nft');
    network.inside('host', ['nft', '--file', rulesPath()]);
  };
  const dockerStarts = (): void => void network.inside('host', ['nft', '--file', '-'], DOCKER_RULES);

  beforeEach(async () => {
    network = new SmallNetwork(String(process.pid));
    network.start();
    dockerStarts();
    await network.listen('host', [...HOST_PORTS, ...CONTAINER_PORTS]);
    await network.listen('container', CONTAINER_PORTS);
  });
  afterEach(() => network.stop());

  it('is what shuts: without it everyone gets in everywhere', () => {
    const open = seen(network).map(({ reaches }) => reaches);
    // A container refuses where nobody listens, which is an answer too.
    expect(open).toEqual(CALLERS.map(() => [1, 1, 1, 1, 1]));
  });

  it('lets readers in at 80 and 443, the institute at 22 and 873 too, and nobody to services of the host', () => {
    load();
    expect(seen(network)).toEqual(asTheCallSays);
  });

  it('answers ping, by IPv6 too', () => {
    load();
    for (const [from, to] of [
      [ADDRESS.untrusted, ADDRESS.host],
      [ADDRESS.untrusted6, ADDRESS.host6],
    ] as const) {
      expect(network.inside('world', ['ping', '-c', '1', '-W', '5', '-I', from, to])).toContain('1 received');
    }
  });

  it('lets a container out, but to none of the host’s services', async () => {
    load();
    await network.listen('world', [4443]);
    const from = ADDRESS.container;
    expect(
      network.reached('container', [
        { from, to: ADDRESS.bridge, port: 22 },
        { from, to: ADDRESS.host, port: 22 },
        { from, to: ADDRESS.bridge, port: DATABASE },
        { from, to: ADDRESS.bridge, port: 9100 },
        { from, to: ADDRESS.another, port: 4443 },
      ]),
    ).toEqual([0, 0, 0, 0, 1]);
  });

  it('stands again after a reboot by what its unit runs, and after a restart of Docker', () => {
    load();
    network.inside('host', ['nft', 'flush', 'ruleset']);
    const unit = network.inside('host', ['cat', file('difusor-firewall.service')]);
    const start = /^ExecStart=(.+)$/m.exec(unit)?.[1]?.split(' ') ?? [];
    network.inside('host', start);
    dockerStarts();
    expect(seen(network)).toEqual(asTheCallSays);

    network.inside('host', ['nft', 'delete', 'table', 'ip', 'nat']);
    dockerStarts();
    expect(seen(network)).toEqual(asTheCallSays);
  });

  it('is loaded anew without a gap, without cutting a connection, and without touching Docker’s rules', async () => {
    load();
    const docker = network.inside('host', ['nft', 'list', 'table', 'ip', 'nat']);
    const held = await network.hold({ from: ADDRESS.trusted, to: ADDRESS.host, port: 873 });
    expect(await held('before')).toBe('before');
    const intruder = network.reachedDuring('world', {
      from: ADDRESS.untrusted,
      to: ADDRESS.host,
      port: 873,
      times: 200,
    });
    for (let again = 0; again < 100; again++) load();
    expect(await intruder).toEqual([0]);
    expect(await held('after')).toBe('after');
    expect(network.inside('host', ['nft', 'list', 'table', 'ip', 'nat'])).toBe(docker);
  });

  it('drops the new connections of one address beyond its rate, and serves the others', () => {
    load();
    const flood = { from: ADDRESS.untrusted, to: ADDRESS.host, port: 80, times: NEW_CONNECTIONS.burst * 4 };
    const dropped = (): boolean =>
      /newcomers4.*counter packets [1-9]/.test(
        network.inside('host', ['nft', 'list', 'chain', 'inet', 'difusor', 'readers']),
      );
    // A slow machine may take so long for them that they are within the rate.
    for (let times = flood.times; times <= flood.times * 16 && !dropped(); times *= 2) {
      const [letIn = 0] = network.reached('world', [{ ...flood, times }]);
      expect(letIn).toBeGreaterThanOrEqual(NEW_CONNECTIONS.burst);
    }
    expect(dropped()).toBe(true);
    expect(
      network.reached('world', [{ from: ADDRESS.another, to: ADDRESS.host, port: 80, times: 5 }]),
    ).toEqual([5]);
  });

  describe('loaded by its program from an SSH session', () => {
    const session = (from: string, port = 22) => ({
      SSH_CONNECTION: `${from} 50000 ${ADDRESS.host} ${port}`,
    });
    const loadFrom = (env: Readonly<Record<string, string>>) => {
      file('firewall.nft');
      // As sudo does, which hides the session from the program itself.
      return network.tried(
        'host',
        ['sh', '-c', `env -u SSH_CONNECTION ${file('difusor-firewall')}; exit $?`],
        env,
      );
    };

    it.each([
      ['the administrator', ADDRESS.administrator],
      ['the institute', ADDRESS.trusted],
      ['the institute by IPv6', ADDRESS.trusted6],
    ])('stands where the session is of %s', (_who, from) => {
      expect(loadFrom(session(from))).toMatchObject({ status: 0, stdout: expect.stringContaining(from) });
      expect(seen(network)).toEqual(asTheCallSays);
    });

    it.each([
      ['comes from an address that it shuts out', session(ADDRESS.untrusted)],
      ['came to another port', session(ADDRESS.administrator, 2200)],
    ])('puts back what was there where the session %s', (_why, env) => {
      expect(loadFrom(env)).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('se puso el de antes'),
      });
      expect(network.inside('host', ['nft', 'list', 'tables'])).not.toContain('difusor');

      load();
      const before = network.inside('host', ['nft', '--stateless', 'list', 'table', 'inet', 'difusor']);
      expect(loadFrom(env).status).toBe(1);
      expect(network.inside('host', ['nft', '--stateless', 'list', 'table', 'inet', 'difusor'])).toBe(before);
    });
  });
});
