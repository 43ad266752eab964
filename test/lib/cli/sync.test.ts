import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { cli, type CliRun } from '../../support/cli.js';
import { CliSite } from '../../support/cli-site.js';
import { EXAMPLE, exampleFile } from '../../support/example-plan.js';
import { changedBetween, folderSnapshot } from '../../support/folder-snapshot.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const PACKAGES = join(__dirname, '../../../examples/bcs/paquetes');
const FIRST = join(PACKAGES, '20270606_2000_PREP_BCS.zip');
const SECOND = join(PACKAGES, '20270606_2020_PREP_BCS.zip');

const at = (instant: string) => ({ now: () => new Date(instant) });
const NIGHT = at('2027-06-06T20:25:00-07:00');

describe('difusor sync with a package at hand', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'difusor-'));
  });
  const sync = (path: string, when = NIGHT): Promise<CliRun> =>
    cli(
      [
        'sync',
        '--config',
        EXAMPLE,
        '--directory',
        join(folder, 'site'),
        '--archive',
        join(folder, 'kept'),
        '--package',
        path,
      ],
      when,
    );
  const live = (path: string): string => join(folder, 'site', 'live', path);

  it('publishes the sample cuts one after the other', async () => {
    expect(await sync(FIRST)).toMatchObject({ status: 0, out: expect.stringContaining('20270607T030000Z-') });
    expect(await sync(SECOND)).toMatchObject({
      status: 0,
      out: expect.stringContaining('20270607T032000Z-'),
    });
    expect(JSON.parse(readFileSync(live('json/main.json'), 'utf8'))).toMatchObject({ corte: '20:20' });
    expect(readdirSync(join(folder, 'kept', 'packages'))).toHaveLength(2);
  });

  it('never puts an older cut in the place of a newer one', async () => {
    await sync(SECOND);
    const older = await sync(FIRST);
    expect(older).toMatchObject({ status: 1, err: expect.stringContaining('CUT_OLDER_THAN_LIVE') });
    expect(JSON.parse(readFileSync(live('json/main.json'), 'utf8'))).toMatchObject({ corte: '20:20' });
  });

  it('shows nothing before the opening', async () => {
    const early = await sync(FIRST, at('2027-06-06T19:59:30-07:00'));
    expect(early.status).toBe(0);
    expect(existsSync(live('index.html'))).toBe(false);
  });

  it('publishes nothing outside the windows', async () => {
    const outside = await sync(FIRST, at('2027-04-01T12:00:00-07:00'));
    expect(outside).toMatchObject({ status: 0, out: expect.stringContaining('Fuera de horario') });
    expect(existsSync(live('index.html'))).toBe(false);
  });

  it('refuses a file that is no package and says so', async () => {
    const refused = await sync(EXAMPLE);
    expect(refused.status).toBe(1);
    expect(refused.err).toMatch(/ARCHIVE_FORMAT_UNKNOWN|CUT_TIME_UNKNOWN/);
  });

  it('tells a path that is not there', async () => {
    expect(await sync('/no/such.zip')).toMatchObject({ status: 1, err: expect.stringContaining('ENOENT') });
  });
});

describe('difusor sync with mistaken folders', () => {
  const arguments_ = (directory: string, archive: string, path = FIRST): string[] => [
    ...['sync', '--config', EXAMPLE, '--directory', directory],
    ...['--archive', archive, '--package', path],
  ];

  test.each(['live', 'cuts', 'pages', join('live', 'packages')])(
    'refuses to keep packages in %s, where the public would read them',
    async (name) => {
      const site = mkdtempSync(join(tmpdir(), 'difusor-'));
      const refused = await cli(arguments_(site, join(site, name)), NIGHT);
      expect(refused).toMatchObject({ status: 1, err: expect.stringContaining('USAGE') });
      expect(readdirSync(site)).toEqual([]);
    },
  );

  it('moves nothing where a folder stands in the place of the link', async () => {
    const site = mkdtempSync(join(tmpdir(), 'difusor-'));
    mkdirSync(join(site, 'live'));
    const refused = await cli(arguments_(site, join(site, 'kept')), NIGHT);
    expect(refused.status).toBe(1);
    expect(readdirSync(join(site, 'moves'))).toEqual([]);
  });

  it('tells a folder given for a package', async () => {
    const site = mkdtempSync(join(tmpdir(), 'difusor-'));
    const refused = await cli(arguments_(site, join(site, 'kept'), PACKAGES), NIGHT);
    expect(refused).toMatchObject({ status: 1, err: expect.stringContaining('EISDIR') });
  });
});

describe('difusor sync as it is run', () => {
  const directory = useTemporaryDirectory();
  let site: CliSite;
  beforeEach(() => {
    site = new CliSite(directory());
  });
  const CANARY = 'canario-de-prueba-7f3a';

  it.each([
    ['nothing is there yet', undefined],
    ['a cut is live', FIRST],
  ])('changes nothing in a dry run where %s, and says what it would do', async (_what, before) => {
    if (before !== undefined) await site.publish('20:05', before);
    const snapshot = folderSnapshot(site.folder);
    const { status, out } = await site.publish('20:25', SECOND, '--dry-run');
    expect(status).toBe(0);
    expect(out).toMatch(/^En seco: .*\nPublicado el corte 20270607T032000Z-/);
    expect(changedBetween(snapshot, folderSnapshot(site.folder))).toEqual([]);
    expect(await site.publish('20:26', SECOND)).toMatchObject({ status: 0 });
    expect(JSON.parse(readFileSync(join(site.directory, 'live', 'json', 'main.json'), 'utf8'))).toMatchObject(
      {
        corte: '20:20',
      },
    );
  });

  it('refuses in a dry run what it would refuse, and keeps no evidence of it', async () => {
    await site.publish('20:25', SECOND);
    const snapshot = folderSnapshot(site.folder);
    expect(await site.publish('20:26', FIRST, '--dry-run')).toMatchObject({
      status: 1,
      err: expect.stringContaining('CUT_OLDER_THAN_LIVE') as string,
    });
    expect(changedBetween(snapshot, folderSnapshot(site.folder))).toEqual([]);
  });

  it('watches until it is told to stop, and logs JSON lines alone', async () => {
    // Behind a closed site nobody looks from outside, which this test must not.
    await site.found();
    await site.run('20:00', ['close', '--reason', 'por orden']);
    const stop = new AbortController();
    let out = '';
    const { status, err } = await site.run(
      '20:05',
      ['sync', '--archive', site.archive, '--package', FIRST, '--watch', '--every', '1'],
      {
        stopSignal: () => stop.signal,
        out: (text) => {
          out += text;
          if (/"outcome":"(?!published)/.test(text)) stop.abort();
        },
      },
    );
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const outcomes = linesIn(out).flatMap(({ outcome }) => (outcome === undefined ? [] : [outcome]));
    expect(outcomes).toEqual(['published', 'unchanged']);
    expect(existsSync(join(site.directory, 'state', 'heartbeat'))).toBe(true);
  });

  it.each(['--log=text', '--log=json'])('lets no credential out with %s', async (log) => {
    const secret = join(site.folder, 'secreto.json');
    writeFileSync(secret, JSON.stringify({ username: 'difusor', password: `${CANARY}\r\nX: 1` }));
    const refused = await site.run('20:05', ['sync', '--archive', site.archive, '--secret', secret, log]);
    expect(refused.status).toBe(1);
    expect(refused.out + refused.err).toContain('SECRET_UNREADABLE');
    expect(refused.out + refused.err).not.toContain(CANARY);
    if (log === '--log=json') expect(linesIn(refused.out).length).toBeGreaterThan(0);
    const journal = readFileSync(join(site.directory, 'state', 'journal.jsonl'), 'utf8');
    expect(journal).toContain('SECRET_UNREADABLE');
    expect(journal).not.toContain(CANARY);
  });

  it('takes the credentials from the variable where no file is named', async () => {
    const env = { DIFUSOR_SECRET: `{"username":"difusor","password":"${CANARY}\\n"}` };
    const refused = await site.run('20:05', ['sync', '--archive', site.archive], { env });
    expect(refused.err).toContain('SECRET_UNREADABLE');
    expect(refused.err).not.toContain(CANARY);
  });

  it('ends with 1 while a source that refused us is left alone, and says until when', async () => {
    const trouble = {
      since: '2027-06-07T03:00:00.000Z',
      code: 'SOURCE_REFUSED',
      askAgainAt: '2027-06-07T03:12:00.000Z',
    };
    await site.publish('20:01', FIRST);
    await site.note({ trouble });
    expect(await site.run('20:05', ['sync', '--archive', site.archive])).toMatchObject({
      status: 1,
      err: expect.stringContaining('2027-06-07T03:12:00.000Z') as string,
    });
    // A package at hand asks nobody: it is the way out.
    expect(await site.publish('20:05', FIRST)).toMatchObject({ status: 0 });
  });

  describe('where the journal can’t be opened', () => {
    const journal = (): string => join(site.directory, 'state', 'journal.jsonl');
    beforeEach(() => mkdirSync(journal(), { recursive: true }));

    it('publishes all the same, and tells a person', async () => {
      const { status, out, err } = await site.publish('20:05', FIRST);
      expect(status).toBe(0);
      expect(out).toContain('Publicado el corte 20270607T030000Z-');
      expect(err).toMatch(/^JOURNAL_WRITE_FAILED: /m);
      expect(existsSync(join(site.directory, 'live', 'index.html'))).toBe(true);
    });

    it('publishes all the same, and tells a log', async () => {
      const { status, out, err } = await site.publish('20:05', FIRST, '--log=json');
      expect({ status, err }).toEqual({ status: 0, err: '' });
      expect(linesIn(out)[0]).toMatchObject({ code: 'JOURNAL_WRITE_FAILED', msg: 'journal not written' });
    });
  });

  it('looks at a package at hand in a dry run while the source is left alone', async () => {
    await site.publish('20:01', FIRST);
    const trouble = {
      since: '2027-06-07T03:00:00.000Z',
      code: 'SOURCE_REFUSED',
      askAgainAt: '2027-06-07T03:42:00.000Z',
    };
    await site.note({ trouble });
    expect(await site.publish('20:25', SECOND, '--dry-run')).toMatchObject({
      status: 0,
      out: expect.stringContaining('Publicado el corte 20270607T032000Z-') as string,
    });
  });

  describe('from an inbox', () => {
    const inbox = (): string => join(site.folder, 'buzon');
    const push = (): void => {
      mkdirSync(inbox(), { recursive: true });
      for (const path of [FIRST, SECOND]) copyFileSync(path, join(inbox(), basename(path)));
    };
    beforeEach(() => {
      const source = { kind: 'inbox', path: inbox(), form: 'archive', complete: 'rename' };
      site = new CliSite(directory(), exampleFile({ source }));
      push();
    });
    const run = (...more: string[]): Promise<CliRun> =>
      site.run('20:25', ['sync', '--archive', site.archive, ...more]);

    it('takes every package that waits, the older ones first', async () => {
      const { status, out, err } = await run();
      expect(err).not.toMatch(/^[A-Z_]+: /m);
      expect({
        status,
        published: [...out.matchAll(/Publicado el corte (\w{16})/g)].map(([, id]) => id),
      }).toEqual({
        status: 0,
        published: ['20270607T030000Z', '20270607T032000Z'],
      });
      expect(readdirSync(join(site.archive, 'packages'))).toHaveLength(2);
      expect(readdirSync(inbox()).filter((name) => name.endsWith('.zip'))).toEqual([]);
    });

    it('leaves them where they are in a dry run, and looks at the first', async () => {
      const snapshot = folderSnapshot(site.folder);
      const { status, out } = await run('--dry-run');
      expect(status).toBe(0);
      expect(out).toContain('Publicado el corte 20270607T030000Z');
      expect(changedBetween(snapshot, folderSnapshot(site.folder))).toEqual([]);
    });
  });
});

function linesIn(text: string): Record<string, unknown>[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
