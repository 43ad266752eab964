import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { checkDocumentSchema } from '../../../lib/report/index.js';
import { AuditedHost, GOOD_ANSWERS } from '../../support/audited-host.js';
import { cli } from '../../support/cli.js';
import { CHIAPAS, VERACRUZ } from '../../support/server-plan.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

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
    cli(['audit', '--identity', 'key', '--upload-mb', '1', ...args], { cwd: folder(), now });
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
