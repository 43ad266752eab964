import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli, type CliRun } from '../../support/cli.js';
import { EXAMPLE } from '../../support/example-plan.js';

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
    expect(refused.err).toMatch(/ARCHIVE_NOT_A_ZIP|CUT_TIME_UNKNOWN/);
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
