import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { NameResolver } from '../../../lib/audit/index.js';
import { checkDocumentSchema } from '../../../lib/report/index.js';
import { AuditedHost, GOOD_ANSWERS } from '../../support/audited-host.js';
import { awsFacts, liveFront, seen } from '../compliance/live-builder.js';
import { cli } from '../../support/cli.js';
import { EXAMPLE } from '../../support/example-plan.js';
import { CHIAPAS, VERACRUZ } from '../../support/server-plan.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

/** Knows no name: the site leads nowhere yet. */
const NO_NAMES = {
  resolve4: () => Promise.resolve([]),
  resolve6: () => Promise.resolve([]),
} as unknown as NameResolver;

const folder = useTemporaryDirectory();
const NOW = () => new Date('2024-05-02T12:00:00Z');
const ELECTION_NIGHT = () => new Date('2024-06-03T04:00:00Z');

describe('difusor audit', () => {
  let host: AuditedHost;

  beforeEach(async () => {
    host = await new AuditedHost().start();
    for (const [beginning, answer] of GOOD_ANSWERS) host.answers.set(beginning, answer);
    host.answers.set('date', { out: `${NOW().getTime() / 1000}.000000000\n` });
    writeFileSync(join(folder(), 'key'), host.identity.private);
    configure(VERACRUZ);
  });
  afterEach(() => host.stop());

  const configure = (content: typeof VERACRUZ | typeof CHIAPAS): void => {
    const { server } = content;
    const hosts = [{ name: 'uno', address: '127.0.0.1', sshPort: host.port, hostKeys: [host.hostKey] }];
    const administrator = { ...server.administrator, user: host.user };
    writeFileSync(
      join(folder(), 'difusor.yaml'),
      stringify({ ...content, server: { ...server, hosts, administrator } }),
    );
  };
  const run = (args: readonly string[] = [], now = NOW) =>
    cli(['audit', '--identity', 'key', '--upload-mb', '1', ...args], {
      cwd: folder(),
      now,
      resolver: NO_NAMES,
    });
  const clauses = (out: string) => {
    const { check } = JSON.parse(out) as { check: unknown };
    const parsed = checkDocumentSchema.parse(check);
    return Object.fromEntries(parsed.clauses.map(({ id, verdict }) => [id, verdict]));
  };

  it('prints the verdicts of the clauses that the running servers show, and ends with 2 where one is open', async () => {
    const { status, out, err } = await run();
    expect({ status, err }).toEqual({ status: 2, err: '' });
    expect(out).toMatch(/^II\.A\.a +CUMPLIDA/m);
    expect(out).toMatch(/^II\.C\.b +INCUMPLIDA/m);
    expect(out.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
  });

  it('prints a document with the facts, their instants and the verdicts', async () => {
    const { out } = await run(['--json', '--vantage', 'untrusted']);
    expect(JSON.parse(out)).toMatchObject({
      schema: 'difusor/audit/1',
      convocatoria: 'veracruz-2024',
      domain: 'prep.example.org',
      measuredAt: NOW().toISOString(),
      vantage: 'untrusted',
      live: { hosts: [{ name: 'uno', cores: { at: NOW().toISOString(), value: 8 } }] },
    });
    expect(clauses(out)).toMatchObject({
      'II.A.a': 'met',
      'II.A.b': 'met',
      'II.A.c': 'met',
      'II.B.a': 'met',
      'II.B.b': 'met',
      'II.B.d.2': 'met',
      'II.B.e': 'met',
      'II.C.b': 'breached',
      II: 'undetermined',
    });
  });

  it('joins an earlier look, of which it keeps what it could not measure itself', async () => {
    writeFileSync(join(folder(), 'first.json'), (await run(['--json'])).out);
    const second = await cli(['audit', '--json', '--upload-mb', '0', '--merge', 'first.json'], {
      cwd: folder(),
      now: NOW,
      resolver: NO_NAMES,
    });
    expect(clauses(second.out)).toMatchObject({ 'II.A.a': 'met' });
  });

  it('uploads nothing while cuts come in, unless a person insists', async () => {
    configure(CHIAPAS);
    const { out } = await run(['--json'], ELECTION_NIGHT);
    expect(clauses(out)).toMatchObject({ 'II.a.m1.5': 'undetermined' });
    expect(host.uploads).toEqual([]);
    await run(['--json', '--force'], ELECTION_NIGHT);
    expect(host.uploads).not.toEqual([]);
  });

  test.each([
    [['--host', 'dos'], 'dos'],
    [['--identity', 'no-key'], 'no-key'],
    [['--ingest-identity', 'no-key'], 'no-key'],
    [['--merge', 'no-file.json'], 'no-file.json'],
    [['--merge', 'difusor.yaml'], 'difusor.yaml'],
    [['--upload-mb', '1001'], '--upload-mb'],
    [['--upload-mb', '1e2'], '--upload-mb'],
    [['--vantage', 'home'], 'vantage'],
  ])('refuses %j, and says why', async (args, named) => {
    const { status, err } = await run(args);
    expect(status).toBe(1);
    expect(err).toMatch(/^USAGE/);
    expect(err).toContain(named);
    expect(host.commands).toEqual([]);
  });
});

describe('difusor audit of a site on AWS', () => {
  const HEADERS = [
    {
      path: '/*',
      name: 'Cache-Control',
      fresh: seen({ status: 200, values: ['no-cache'] }),
      revalidated: seen({ status: 304, values: ['no-cache'] }),
    },
  ];
  const front = (address: string) => liveFront(address, { headers: HEADERS });
  const before = (live: ReturnType<typeof awsFacts>): void => {
    const document = { schema: 'difusor/audit/1', convocatoria: 'bcs-2024', domain: 'prep.example.org' };
    writeFileSync(
      join(folder(), 'before.json'),
      JSON.stringify({ ...document, measuredAt: NOW().toISOString(), live }),
    );
  };
  const run = (args: readonly string[] = [], resolver = NO_NAMES) =>
    cli(['audit', '--config', EXAMPLE, ...args], { cwd: folder(), now: NOW, resolver });
  const verdicts = (out: string) => [...out.matchAll(/^([IV]+\.\S+) +([A-Z]+(?: [A-Z]+)?)/gm)].map(String);

  it('judges what shows from outside, and nothing of which only a server could tell', async () => {
    before(awsFacts([front('198.51.100.30'), front('2001:db8:30::1')]));
    const { status, out, err } = await run(['--merge', 'before.json']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^I\.e +CUMPLIDA/m);
    expect(out).toMatch(/^II\.c\.2 +CUMPLIDA/m);
    expect(out).toMatch(/^II\.e +CUMPLIDA/m);
    expect(out).toMatch(/^I\.b +POR ACREDITAR/m);
    expect(verdicts(out)).toHaveLength(4);
  });

  test.each([
    ['es', 'Quite ese registro AAAA'],
    ['en', 'Remove that AAAA record'],
  ])('names an IPv6 address where nothing answers, within 80 columns: %s', async (lang, said) => {
    before(awsFacts([front('198.51.100.30'), { address: '2001:db8:30::1', https: seen('silent') }]));
    const { status, out } = await run(['--lang', lang, '--merge', 'before.json']);
    expect(status).toBe(2);
    expect(out.replace(/\s+/g, ' ')).toContain(said);
    expect(out.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
  });

  it('is undetermined where the name leads nowhere', async () => {
    const { status, out } = await run();
    expect(status).toBe(2);
    expect(out).toMatch(/^I\.e +INDETERMINADA/m);
  });

  it('has no server to choose', async () => {
    const { status, err } = await run(['--host', 'uno']);
    expect(status).toBe(1);
    expect(err).toMatch(/^USAGE/);
  });
});
