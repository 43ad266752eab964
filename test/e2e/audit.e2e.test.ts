import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, homedir, totalmem } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { stringify } from 'yaml';
import { hostFiles } from '../../constructs/server/host/index.js';
import { audit } from '../../lib/audit/index.js';
import { framePolicy, renderFramePage } from '../../lib/frame/index.js';
import { createMessages } from '../../lib/messages/index.js';
import type { CheckDocument } from '../../lib/report/index.js';
import { NameServer, type Records } from '../support/name-server.js';
import { selfSignedCertificate } from '../support/self-signed-certificate.js';
import { SshDaemon } from '../support/institute-host.js';
import { serverPlan, VERACRUZ } from '../support/server-plan.js';
import { startHttps } from '../support/servers.js';
import { useTemporaryDirectory } from '../support/temporary-directory.js';
import { DifusorProcess, endProcesses } from './support/difusor-process.js';
import { ADDRESS, SmallNetwork } from './support/network/small-network.js';
import { leaveNote } from './support/notes.js';
import { describePart } from './support/part.js';

const MEGABYTES = 100;
const EXAMPLES = join(__dirname, '../../examples');

describePart('an audit of this machine, over a real sshd', ['sshServer'], () => {
  const folder = useTemporaryDirectory();

  it('tells what the machine has, by its own programs, and how fast it takes a file', async () => {
    const daemon = await new SshDaemon(folder(), 'ed25519', ['Subsystem sftp internal-sftp']).start();
    const site = await startHttps((_request, response) => response.end());
    try {
      const host = {
        name: 'uno',
        address: '127.0.0.1',
        sshPort: daemon.port,
        hostKeys: [daemon.hostKey],
        folder: folder(),
        administrator: daemon.username,
      };
      const { hosts } = await audit({
        target: {
          domain: 'localhost',
          hosts: [host],
          ports: [site.port],
          headers: [],
          httpPort: site.port,
          httpsPort: site.port,
        },
        credentials: { privateKey: daemon.privateKey },
        vantage: 'trusted',
        transfer: { megabytes: MEGABYTES },
        now: () => new Date(),
        tick: () => performance.now(),
      });
      const [facts] = hosts;
      expect(facts).toMatchObject({
        cores: { value: cpus().length },
        memory: { value: totalmem() },
        free: { value: expect.any(Number) as number },
        system: { value: { name: expect.stringMatching(/^[A-Z]/) as string } },
        timeFromHere: { value: { offset: expect.any(Number) as number } },
        upload: { value: { by: 'host', megabytes: MEGABYTES } },
        download: { value: { by: 'host', megabytes: MEGABYTES } },
        packages: { why: 'nothingThere' },
        ports: [{ state: 'open' }],
        web: { home: { value: { status: 200 } } },
      });
      expect(readdirSync(homedir()).filter((name) => name.startsWith('.difusor-audit-'))).toEqual([]);
      leaveNote({ kind: 'measured', what: 'sftp over loopback, MB/s', figures: speedsOf(facts) });
    } finally {
      await daemon.stop();
      await site.close();
    }
  });
});

describePart('the ports of a host, audited from both sides of its firewall', ['nftables'], () => {
  const folder = useTemporaryDirectory();
  let network: SmallNetwork;

  beforeEach(async () => {
    network = new SmallNetwork(`a${process.pid}`);
    network.startOutside();
    await network.listen('host', [22, 80, 443, 873]);
    writeFileSync(join(folder(), 'difusor.yaml'), stringify(VERACRUZ));
  });
  afterEach(async () => {
    await endProcesses();
    network.stop();
  });

  const firewall = (): void => {
    const plan = serverPlan();
    const [host] = plan.server.hosts;
    const rules = host && hostFiles(plan, host).find(({ path }) => path.endsWith('firewall.nft'));
    network.inside('host', ['nft', '--file', '-'], rules?.content);
  };
  const comeFrom = (address: string): void => {
    const route = ['route', 'replace', `${ADDRESS.host}/32`, 'dev', 'outside', 'src', address];
    network.inside('world', ['ip', ...route]);
  };
  const look = async (vantage: string, ...more: readonly string[]): Promise<CheckDocument> => {
    const under = ['ip', 'netns', 'exec', network.names.world];
    const args = ['audit', '--json', '--vantage', vantage, '--upload-mb', '0', ...more];
    const { out, err } = await new DifusorProcess(args, { cwd: folder(), under, env: { SSH_AUTH_SOCK: '' } })
      .ended;
    expect(err).toBe('');
    writeFileSync(join(folder(), `${vantage}.json`), out);
    return (JSON.parse(out) as { check: CheckDocument }).check;
  };
  const verdicts = ({ clauses }: CheckDocument) =>
    ['II.C.c.2', 'II.C.c.3'].map((id) => clauses.find((clause) => clause.id === id)?.verdict);

  it('are as the call says only once both sides have looked', async () => {
    firewall();
    comeFrom(ADDRESS.untrusted);
    expect(verdicts(await look('untrusted'))).toEqual(['met', 'undetermined']);
    comeFrom(ADDRESS.trusted);
    expect(verdicts(await look('trusted'))).toEqual(['undetermined', 'undetermined']);
    expect(verdicts(await look('trusted', '--merge', 'untrusted.json'))).toEqual(['met', 'met']);
  });

  it('are breached where there is no firewall', async () => {
    comeFrom(ADDRESS.untrusted);
    expect(verdicts(await look('untrusted'))).toEqual(['met', 'breached']);
  });

  it('reach the matrix of a check', async () => {
    comeFrom(ADDRESS.untrusted);
    await look('untrusted');
    const args = ['check', '--json', '--live', 'untrusted.json'];
    const { out } = await new DifusorProcess(args, { cwd: folder() }).ended;
    expect(verdicts(JSON.parse(out) as CheckDocument)).toEqual(['met', 'breached']);
  });
});

describePart('a site, audited from outside over IPv4 and IPv6', ['nftables'], () => {
  const OFFICIAL = 'https://prep.example.net/';
  const identity = selfSignedCertificate(undefined, ['prep.example.org', 'prep.example.net']);
  const folder = useTemporaryDirectory();
  let network: SmallNetwork;
  let names: NameServer | undefined;
  let nameServers: string;

  beforeEach(() => {
    network = new SmallNetwork(`n${process.pid}`);
    network.startOutside();
    // What `ip netns exec` puts in the place of this machine's own.
    nameServers = join('/etc/netns', network.names.world);
    mkdirSync(nameServers, { recursive: true });
    writeFileSync(join(nameServers, 'resolv.conf'), 'nameserver 127.0.0.1\n');
    writeFileSync(join(folder(), 'ca.pem'), identity.cert);
    writeFileSync(join(folder(), 'server.yaml'), stringify(VERACRUZ));
  });
  afterEach(async () => {
    await names?.stop();
    names = undefined;
    await endProcesses();
    network.stop();
    rmSync(nameServers, { recursive: true });
  });

  const lead = async (site: Records): Promise<void> => {
    const under = ['ip', 'netns', 'exec', network.names.world];
    const known = { 'prep.example.org': site, 'prep.example.net': { A: [ADDRESS.host], AAAA: [] } };
    names = await new NameServer(known, { port: 53, under }).start();
  };
  const serve = async (addresses: readonly string[], page = '<p>PREP', official = {}): Promise<void> => {
    const policy = framePolicy({ official: OFFICIAL, frameAncestors: ["'self'"] });
    const pages = {
      'prep.example.org': { body: page, headers: { 'content-security-policy': policy, server: 'nginx' } },
      'prep.example.net': { body: '<p>Oficial', headers: official },
    };
    await network.serve('host', { ...identity, addresses, pages });
  };
  const look = async (config: string, ...more: readonly string[]) => {
    const under = ['ip', 'netns', 'exec', network.names.world];
    const args = ['audit', '--config', config, '--upload-mb', '0', ...more];
    const env = { SSH_AUTH_SOCK: '', NODE_EXTRA_CA_CERTS: join(folder(), 'ca.pem') };
    return new DifusorProcess(args, { cwd: folder(), under, env }).ended;
  };
  const judged = async (config: string): Promise<Record<string, readonly string[]>> => {
    const { out, err } = await look(config, '--json');
    expect(err).toBe('');
    const { clauses } = (JSON.parse(out) as { check: CheckDocument }).check;
    return Object.fromEntries(
      clauses.map(({ id, verdict, evidence }) => [id, [verdict, ...evidence.map((each) => each.id)]]),
    );
  };

  it('breaches public access where an AAAA record leads to a host that serves over IPv4 alone', async () => {
    await serve([ADDRESS.host]);
    await lead({ A: [ADDRESS.host], AAAA: [ADDRESS.host6] });
    const clauses = await judged('server.yaml');
    expect(clauses['VI.b.1']).toEqual(['breached', 'rule.live-site.ipv6-dead']);
    expect(clauses.II).toEqual(['breached', 'rule.live-site.ipv6-dead']);
    for (const lang of ['es', 'en']) {
      const { out } = await look('server.yaml', '--lang', lang);
      expect(out).toContain(ADDRESS.host6);
      expect(out.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
    }
  });

  it('finds nothing wrong where there is no AAAA record, nor where it leads to who answers', async () => {
    await serve([ADDRESS.host, ADDRESS.host6]);
    await lead({ A: [ADDRESS.host], AAAA: [] });
    expect((await judged('server.yaml')).II?.[0]).toBe('met');
    await names?.stop();
    await lead({ A: [ADDRESS.host], AAAA: [ADDRESS.host6] });
    expect((await judged('server.yaml')).II?.[0]).toBe('met');
  });

  it('says that it could not ask where DNS fails', async () => {
    await serve([ADDRESS.host]);
    await lead('fails');
    expect((await judged('server.yaml')).II).toEqual(['undetermined', 'rule.live.unmeasured']);
  });

  describe('a page on AWS that frames the official site', () => {
    const page = renderFramePage(
      { official: OFFICIAL, title: 'PREP', institution: 'Canal de Ejemplo', institute: 'IEPC' },
      createMessages(),
    );
    const FRAME = join(EXAMPLES, 'chiapas-metodo-2', 'difusor-aws.yaml');
    const BOTH = { A: [ADDRESS.host], AAAA: [ADDRESS.host6] };

    it('is met where it shows what its plan says, over both families', async () => {
      await serve([ADDRESS.host, ADDRESS.host6], page);
      await lead(BOTH);
      const clauses = await judged(FRAME);
      const verdicts = Object.entries(clauses).map(([id, [verdict]]) => `${id} ${verdict}`);
      expect(verdicts.filter((each) => !each.endsWith('not-applicable')).sort()).toEqual([
        'I.2 met',
        'I.3 manual',
        'II met',
        'II.a.m2.1 met',
        'II.a.m2.3 met',
      ]);
      expect((await look(FRAME)).status).toBe(0);
    });

    it('is breached where the official site forbids the frame, and where the page is another', async () => {
      await serve([ADDRESS.host, ADDRESS.host6], '<p>Otra', { 'x-frame-options': 'DENY' });
      await lead(BOTH);
      const clauses = await judged(FRAME);
      expect(clauses['II.a.m2.1']).toEqual(['breached', 'rule.live-framing.refused']);
      expect(clauses['II.a.m2.3']?.[0]).toBe('breached');
    });

    it('is breached where one family is dead', async () => {
      await serve([ADDRESS.host], page);
      await lead(BOTH);
      expect((await judged(FRAME)).II).toEqual(['breached', 'rule.live-site.ipv6-dead']);
    });
  });
});

function speedsOf(facts: Awaited<ReturnType<typeof audit>>['hosts'][number] | undefined) {
  const speed = (way: 'upload' | 'download') => {
    const measured = facts?.[way];
    return measured !== undefined && 'value' in measured ? Math.round(measured.value.median) : 0;
  };
  return { megabytes: MEGABYTES, upload: speed('upload'), download: speed('download') };
}
