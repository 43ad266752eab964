import { readdirSync, writeFileSync } from 'node:fs';
import { cpus, homedir, totalmem } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { stringify } from 'yaml';
import { hostFiles } from '../../constructs/server/host/index.js';
import { audit } from '../../lib/audit/index.js';
import type { CheckDocument } from '../../lib/report/index.js';
import { SshDaemon } from '../support/institute-host.js';
import { serverPlan, VERACRUZ } from '../support/server-plan.js';
import { startHttps } from '../support/servers.js';
import { useTemporaryDirectory } from '../support/temporary-directory.js';
import { DifusorProcess, endProcesses } from './support/difusor-process.js';
import { ADDRESS, SmallNetwork } from './support/network/small-network.js';
import { leaveNote } from './support/notes.js';
import { describePart } from './support/part.js';

const MEGABYTES = 100;

describePart('an audit of this machine, over a real sshd', ['sshServer'], () => {
  const folder = useTemporaryDirectory();

  it('tells what the machine has, by its own programs, and how fast it takes a file', async () => {
    const daemon = await new SshDaemon(folder(), 'ed25519', ['Subsystem sftp internal-sftp']).start();
    const site = await startHttps((_request, response) => response.end());
    try {
      const host = { name: 'uno', address: '127.0.0.1', sshPort: daemon.port, hostKeys: [daemon.hostKey] };
      const { hosts } = await audit({
        target: {
          domain: 'localhost',
          hosts: [host],
          folder: folder(),
          administrator: daemon.username,
          ports: [site.port],
          headers: [],
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

function speedsOf(facts: Awaited<ReturnType<typeof audit>>['hosts'][number] | undefined) {
  const speed = (way: 'upload' | 'download') => {
    const measured = facts?.[way];
    return measured !== undefined && 'value' in measured ? Math.round(measured.value.median) : 0;
  };
  return { megabytes: MEGABYTES, upload: speed('upload'), download: speed('download') };
}
