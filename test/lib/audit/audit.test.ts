import { performance } from 'node:perf_hooks';
import {
  audit,
  unreadable,
  type AuditTarget,
  type AuditOptions,
  type NameResolver,
} from '../../../lib/audit/index.js';
import { liveFactsSchema } from '../../../lib/compliance/index.js';
import { AuditedHost, GOOD_ANSWERS } from '../../support/audited-host.js';
import { startHttps, type RunningServer } from '../../support/servers.js';

/** The site leads to loopback, and to nothing by IPv6. */
const NAMES = {
  resolve4: () => Promise.resolve(['127.0.0.1']),
  resolve6: () => Promise.resolve([]),
} as unknown as NameResolver;

const EXACT = 'no-cache, no-store, must-revalidate';

describe('audit', () => {
  let host: AuditedHost;
  let site: RunningServer;

  beforeEach(async () => {
    host = await new AuditedHost().start();
    for (const [beginning, answer] of GOOD_ANSWERS) host.answers.set(beginning, answer);
    host.answers.set('date', { out: `${(Date.now() / 1000).toFixed(9)}\n` });
    site = await startHttps((request, response) => {
      response.setHeader('etag', '"1"').setHeader('cache-control', EXACT);
      response.statusCode = request.headers['if-none-match'] === '"1"' ? 304 : 200;
      response.end();
    });
  });
  afterEach(async () => {
    await host.stop();
    await site.close();
  });

  const target = (): AuditTarget => ({
    domain: 'localhost',
    hosts: [host.known],
    ports: [site.port],
    headers: [{ path: '/json/main.json', name: 'Cache-Control' }],
    expectedCuts: 97,
    httpPort: site.port,
    httpsPort: site.port,
  });
  const run = (overrides: Partial<AuditOptions> = {}) =>
    audit({
      target: target(),
      credentials: { privateKey: host.identity.private },
      vantage: 'untrusted',
      transfer: { megabytes: 1 },
      resolver: NAMES,
      now: () => new Date(),
      tick: () => performance.now(),
      ...overrides,
    });

  it('measures everything that a host tells and shows, each with its instant', async () => {
    const facts = await run();
    expect(liveFactsSchema.safeParse(facts)).toMatchObject({ success: true });
    expect(facts).toMatchObject({
      expectedCuts: 97,
      domain: { value: ['127.0.0.1'] },
      fronts: { value: [] },
      hosts: [
        {
          name: 'uno',
          cores: { at: expect.stringMatching(/Z$/) as string, value: 8 },
          processorSpeed: { value: { gigahertz: 2.4, from: 'name' } },
          memory: { value: 16_384_000 * 1024 },
          disks: { value: [{ name: 'nvme0n1', bytes: 200_000_000_000, solidState: true }] },
          free: { value: 150_000_000_000 },
          system: { value: { name: 'Ubuntu', version: '24.04' } },
          docker: { value: { version: '27.1.0', liveRestore: true, startsWithHost: true } },
          time: { value: { client: 'chrony', synchronized: true } },
          root: { value: { user: 'guardia', rights: 'full' } },
          link: { value: 1000 },
          packages: { value: { count: 2, largest: 3_000_000 } },
          upload: { value: { by: 'host', megabytes: 1 } },
          download: { value: { by: 'host', megabytes: 1 } },
          ports: [{ vantage: 'untrusted', port: site.port, state: 'open' }],
          addresses: { value: ['127.0.0.1'] },
          web: {
            tls: { value: { fault: expect.any(String) as string, old: false } },
            home: { value: { status: 200 } },
            headers: [
              {
                fresh: { value: { status: 200, values: [EXACT] } },
                revalidated: { value: { status: 304, values: [EXACT] } },
              },
            ],
          },
        },
      ],
    });
  });

  it('removes what it uploaded, under a name that begins with a dot', async () => {
    await run();
    expect(host.files.size).toBe(0);
    expect(new Set(host.uploads).size).toBe(1);
    expect(host.uploads[0]).toMatch(/^\.difusor-audit-[0-9a-f]{16}$/);
  });

  it('runs nothing on a host that could change it', async () => {
    await run();
    const verbs =
      /\b(rm|mv|cp|tee|mkdir|chmod|chown|kill|apt|systemctl (?!is-enabled)|docker (run|rm|exec|stop))\b/;
    const writes = />(?!\/dev\/null|\s*&)/;
    expect(host.commands.length).toBeGreaterThan(10);
    expect(host.commands.filter((command) => verbs.test(command) || writes.test(command))).toEqual([]);
  });

  it('goes on from outside where SSH lets nobody in, and says why', async () => {
    const facts = await run({ credentials: { privateKey: new AuditedHost().identity.private } });
    expect(facts.hosts[0]).toMatchObject({
      cores: { why: 'refused' },
      upload: { why: 'refused' },
      web: { home: { value: { status: 200 } } },
    });
  });

  it('sends no credential to a host that shows another key', async () => {
    const [known] = target().hosts;
    const other = new AuditedHost().hostKey;
    const facts = await run({ target: { ...target(), hosts: [{ ...known!, hostKeys: [other] }] } });
    expect(facts.hosts[0]).toMatchObject({ cores: { why: 'hostKey' } });
    expect(host.commands).toEqual([]);
  });

  it('tells of a host that is off that nothing answers', async () => {
    const [known] = target().hosts;
    const off = { ...target(), hosts: [{ ...known!, sshPort: 1 }], httpsPort: 1, ports: [] };
    const [facts] = (await run({ target: off })).hosts;
    expect(facts).toMatchObject({ cores: { why: 'unreachable' }, web: { tls: { why: 'unreachable' } } });
  });

  it('asks nothing over SSH without credentials, and tries no port without a vantage', async () => {
    const [facts] = (await run({ credentials: undefined, vantage: undefined })).hosts;
    expect(facts).toMatchObject({ cores: { why: 'notAsked' }, ports: [] });
  });

  it.each([
    ['is not asked for', unreadable('notAsked', '0'), 'notAsked'],
    ['would disturb a publication', unreadable('window', 'election'), 'window'],
  ])('transfers nothing where that %s', async (_when, transfer, why) => {
    const [facts] = (await run({ transfer })).hosts;
    expect(facts).toMatchObject({ upload: { why }, download: { why } });
    expect(host.uploads).toEqual([]);
  });

  it('transfers nothing to a disk that has no room for it', async () => {
    host.answers.set('df', { out: 'Avail\n1000000\n' });
    expect((await run()).hosts[0]).toMatchObject({ upload: { why: 'refused' } });
    expect(host.uploads).toEqual([]);
  });

  it.each(['OPEN', 'WRITE'])('says that a transfer was refused at %s', async (operation) => {
    host.refuses.add(operation);
    expect((await run()).hosts[0]).toMatchObject({
      upload: { why: 'refused' },
      download: { why: 'refused' },
    });
    expect(host.files.size).toBe(0);
  });

  it('does not count a transfer whose file it can’t remove, and names the file', async () => {
    host.refuses.add('REMOVE');
    expect((await run()).hosts[0]).toMatchObject({
      upload: { why: 'refused', detail: expect.stringContaining(host.uploads[0] ?? '-') as string },
    });
  });

  it('asks the official site, from the host and from here, where a page frames it', async () => {
    const facts = await run({ target: { ...target(), official: 'https://127.0.0.1:1/' } });
    expect(facts).toMatchObject({
      official: 'https://127.0.0.1:1/',
      hosts: [{ official: { value: 200 }, web: { page: { value: {} } } }],
      framing: { why: 'unreachable' },
    });
  });

  it('looks at a site without hosts by its name alone, and asks nobody over SSH', async () => {
    const facts = await run({ target: { ...target(), hosts: [], official: 'https://127.0.0.1:1/' } });
    expect(liveFactsSchema.safeParse(facts)).toMatchObject({ success: true });
    expect(facts).toMatchObject({
      hosts: [],
      fronts: { value: [{ address: '127.0.0.1', web: { home: { value: { status: 200 } }, page: {} } }] },
    });
    expect(host.commands).toEqual([]);
  });
});
