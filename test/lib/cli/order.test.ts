import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { verifyJournal } from '../../../lib/journal/index.js';
import { CliSite, CUT_2000, CUT_2020 } from '../../support/cli-site.js';
import { changedBetween, folderSnapshot } from '../../support/folder-snapshot.js';
import { entriesIn } from '../../support/journal-fixture.js';
import { REHEARSED } from '../../support/night.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const WHY = ['--reason', 'cifras al revés en el distrito 3'];

describe('an order of a person', () => {
  const directory = useTemporaryDirectory();
  let site: CliSite;
  beforeEach(() => {
    site = new CliSite(directory());
  });
  const live = (): string => readlinkSync(join(site.directory, 'live'));
  const journalPath = (): string => join(site.directory, 'state', 'journal.jsonl');
  const orders = (): Record<string, unknown>[] =>
    existsSync(journalPath()) ? entriesIn(journalPath()).filter(({ event }) => event === 'operated') : [];
  const publishBoth = async (): Promise<void> => {
    await site.publish('20:05', CUT_2000);
    await site.publish('20:25', CUT_2020);
  };
  const [ONE, TWO] = ['20270607T030000Z-', '20270607T032000Z-'].map(
    (time) => expect.stringMatching(`^${time}`) as string,
  );

  it('rolls back to the cut before, and writes down why', async () => {
    await publishBoth();
    const { status, out, err } = await site.run('20:30', ['rollback', ...WHY]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^Regreso hecho: .* 20270607T030000Z-/);
    expect(live()).toMatch(/^cuts\/20270607T030000Z-/);
    expect(orders()).toEqual([
      expect.objectContaining({ operation: 'rollback', reason: WHY[1], from: TWO, to: ONE }),
    ]);
    expect(await verifyJournal(journalPath())).toMatchObject({ breaks: [] });
    expect(await site.publish('20:31', CUT_2020)).toMatchObject({
      status: 0,
      out: expect.stringContaining('del que una persona se regresó') as string,
    });
    expect(live()).toMatch(/^cuts\/20270607T030000Z-/);
  });

  it('rolls back to the cut that is named', async () => {
    await publishBoth();
    await site.run('20:30', ['rollback', ...WHY]);
    const named = String(orders()[0]?.from);
    expect(await site.run('20:31', ['rollback', '--to', named, ...WHY])).toMatchObject({ status: 0 });
    expect(live()).toBe(`cuts/${named}`);
  });

  it('puts a notice up and takes it away', async () => {
    await site.publish('20:05', CUT_2000);
    expect(await site.run('20:06', ['notice', 'on', ...WHY])).toMatchObject({ status: 0 });
    expect(live()).toBe('pages/notice');
    expect(readFileSync(join(site.directory, 'live', 'index.html'), 'utf8')).toContain('<!doctype html>');
    expect(await site.run('20:07', ['notice', 'off', ...WHY])).toMatchObject({ status: 0 });
    expect(live()).toMatch(/^cuts\//);
    expect(orders().map(({ operation }) => operation)).toEqual(['notice-on', 'notice-off']);
  });

  it('closes a site, which stays closed for the worker, and opens it again', async () => {
    await site.publish('20:05', CUT_2000);
    await site.run('20:06', ['close', ...WHY]);
    expect(await site.publish('20:25', CUT_2020)).toMatchObject({
      status: 0,
      out: expect.stringContaining('cerrado por orden de una persona') as string,
    });
    expect(live()).toBe('pages/closed');
    expect(await site.run('20:26', ['open', ...WHY])).toMatchObject({ status: 0 });
    expect(live()).toMatch(/^cuts\/20270607T032000Z-/);
    expect(orders()).toEqual([
      expect.objectContaining({ operation: 'close', from: ONE, to: ONE }),
      expect.objectContaining({ operation: 'open', from: TWO, to: TWO }),
    ]);
  });

  it.each([
    ['rollback', ['rollback']],
    ['notice on', ['notice', 'on']],
    ['notice off', ['notice', 'off']],
    ['open', ['open']],
    ['close', ['close']],
  ])('tells what %s would do, and changes nothing, in a dry run', async (_what, argv) => {
    await publishBoth();
    if (argv[1] === 'off') await site.run('20:26', ['notice', 'on', ...WHY]);
    if (argv[0] === 'open') await site.run('20:26', ['close', ...WHY]);
    const before = folderSnapshot(site.folder);
    const { status, out } = await site.run('20:30', [...argv, ...WHY, '--dry-run']);
    expect(status).toBe(0);
    expect(out).toMatch(/^En seco: .*\n(?!No hubo)./);
    expect(changedBetween(before, folderSnapshot(site.folder))).toEqual([]);
  });

  it.each([
    ['rollback', ['rollback']],
    ['notice on', ['notice', 'on']],
    ['notice off', ['notice', 'off']],
    ['open', ['open']],
    ['close', ['close']],
    ['close in a dry run', ['close', '--dry-run']],
  ])('makes no site of a mistyped path: %s', async (_what, argv) => {
    const { status, out, err } = await site.run('20:06', [...argv, ...WHY]);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toMatch(/^STORE_READ_FAILED: .*ENOENT/);
    expect(existsSync(site.directory)).toBe(false);
  });

  describe('where the journal can’t be opened', () => {
    beforeEach(async () => {
      await publishBoth();
      rmSync(journalPath());
      mkdirSync(journalPath());
    });

    it.each([
      ['a notice', ['notice', 'on'], 'pages/notice', 'Aviso puesto'],
      ['a closing', ['close'], 'pages/closed', 'Sitio cerrado'],
    ])('%s takes effect, and the person is told both', async (_what, argv, leads, said) => {
      const { status, out, err } = await site.run('20:30', [...argv, ...WHY]);
      expect(status).toBe(1);
      expect(out).toContain(said);
      expect(err).toMatch(/^La orden se hizo, pero no quedó anotada.*\nJOURNAL_WRITE_FAILED: .*\n→ /);
      expect(live()).toBe(leads);
    });

    it('nothing else does, and the person is told so', async () => {
      const { status, out, err } = await site.run('20:30', ['rollback', ...WHY]);
      expect({ status, out }).toEqual({ status: 1, out: '' });
      expect(err).toMatch(/^No se hizo nada: .*\nJOURNAL_WRITE_FAILED: .*\n→ /);
      expect(live()).toMatch(/^cuts\/20270607T032000Z-/);
    });

    it('a dry run goes without', async () => {
      expect(await site.run('20:30', ['rollback', '--dry-run', ...WHY])).toMatchObject({ status: 0 });
    });
  });

  it('says what readers get from now on where there is nothing to show yet', async () => {
    await site.found();
    await site.run('20:01', ['close', ...WHY]);
    const opened = await site.run('20:02', ['open', ...WHY]);
    expect(opened.out).toBe(
      'Sitio abierto: todavía no hay corte que mostrar y el público sigue viendo la página de cierre; el siguiente corte la reemplaza.\n',
    );
    expect(live()).toBe('pages/closed');
  });

  it('says what readers get behind a notice, and of what a person closed', async () => {
    await site.publish('20:05', CUT_2000);
    await site.run('20:06', ['close', ...WHY]);
    await site.run('20:07', ['notice', 'on', ...WHY]);
    const withdrawn = await site.run('20:08', ['notice', 'off', ...WHY]);
    expect(withdrawn.out).toMatch(/^Aviso retirado: .*una persona cerró el sitio\.\n$/);
    await site.run('20:09', ['notice', 'on', ...WHY]);
    expect((await site.run('20:10', ['open', ...WHY])).out).toMatch(/^Sitio abierto: .*viendo el aviso/);
    const last = await site.run('20:11', ['notice', 'off', ...WHY]);
    expect(last.out).toMatch(/^Aviso retirado: el público ve el corte 20270607T030000Z-/);
  });

  it.each(['\u001b[31mx', 'x\nRegreso hecho', '../../x', ''])(
    'takes %j for no cut, and prints nothing that a terminal would obey',
    async (to) => {
      await site.publish('20:05', CUT_2000);
      const { status, out, err } = await site.run('20:06', ['rollback', '--to', to, ...WHY]);
      expect({ status, out }).toEqual({ status: 1, out: '' });
      expect(err).toMatch(/^CUT_NOT_FOUND: /);
      expect(err.split('\n')).toHaveLength(3);
      expect(err).not.toMatch(/[^\P{Cc}\n]/u);
    },
  );

  it('says that there was nothing to change, and writes nothing down', async () => {
    await site.publish('20:05', CUT_2000);
    expect(await site.run('20:06', ['notice', 'off', ...WHY])).toMatchObject({
      status: 0,
      out: 'No hubo nada que cambiar.\n',
    });
    expect(orders()).toEqual([]);
  });

  it.each([
    ['of two characters', 'no'],
    ['of blanks', '      '],
    ['of several lines', 'una\nlínea'],
    ['with an escape of a terminal', 'rojo \u001b[31m'],
    ['of 501 characters', 'x'.repeat(501)],
  ])('is refused for a reason %s, before anything is touched', async (_what, reason) => {
    const refused = await site.run('20:06', ['close', '--reason', reason]);
    expect(refused).toMatchObject({ status: 1, err: expect.stringMatching(/^USAGE: .*--reason/) as string });
    expect(existsSync(site.directory)).toBe(false);
  });

  it('keeps a reason without the blanks around it', async () => {
    await site.found();
    await site.run('20:06', ['close', '--reason', '  por orden  ']);
    expect(orders()).toEqual([expect.objectContaining({ reason: 'por orden' })]);
  });

  it.each([
    ['before the opening', '19:56', ['rollback'], 'NOTHING_TO_ROLL_BACK'],
    ['from the first cut', '20:05', ['rollback'], 'NOTHING_TO_ROLL_BACK'],
    [
      'to a cut that the store does not have',
      '20:05',
      ['rollback', '--to', '20270607T010000Z-00000001'],
      'CUT_NOT_FOUND',
    ],
  ])('does not roll back %s', async (_what, published, argv, code) => {
    await site.publish(published, CUT_2000);
    const { status, err } = await site.run(published, [...argv, ...WHY]);
    expect(status).toBe(1);
    expect(err).toMatch(new RegExp(`^${code}: .*\\n→ `));
    expect(orders()).toEqual([]);
  });

  it('does not open a site ahead of the opening', async () => {
    await site.found();
    const { status, err } = await site.run('19:59', ['open', ...WHY]);
    expect(status).toBe(1);
    expect(err).toMatch(/^OPENING_AHEAD: /);
    expect(existsSync(join(site.directory, 'live'))).toBe(false);
  });

  it('does not open before the election outside of all windows', async () => {
    await site.found();
    const { status, err } = await site.run('2027-04-01T12:00:00-07:00', ['open', ...WHY]);
    expect({ status, code: err.split(':')[0] }).toEqual({ status: 1, code: 'OPENING_AHEAD' });
  });

  it('puts a notice on a site that has not opened, which is closed again without it', async () => {
    await site.found();
    await site.run('19:30', ['notice', 'on', ...WHY]);
    expect(live()).toBe('pages/notice');
    await site.run('19:31', ['notice', 'off', ...WHY]);
    expect(live()).toBe('pages/closed');
    expect(await site.publish('19:56', CUT_2000)).toMatchObject({ status: 0 });
    expect((await site.run('19:57', ['status'])).out).toContain('El público no ve resultados');
  });

  it('during a rehearsal shows its cut, and once it is over does not', async () => {
    const path = join(site.folder, REHEARSED.name);
    writeFileSync(path, REHEARSED.bytes);
    const rehearsal = (time: string): string => `2027-05-16T${time}:00-07:00`;
    expect(await site.publish(rehearsal('20:05'), path)).toMatchObject({ status: 0 });
    await site.run(rehearsal('20:06'), ['close', ...WHY]);
    expect(await site.run(rehearsal('20:07'), ['open', ...WHY])).toMatchObject({ status: 0 });
    expect(live()).toMatch(/^cuts\/20270517T030000Z-/);
    await site.run(rehearsal('20:08'), ['notice', 'on', ...WHY]);
    for (const argv of [['notice', 'off'], ['open']]) {
      const { status, err } = await site.run('20:05', [...argv, ...WHY]);
      expect({ argv, status }).toEqual({ argv, status: argv[0] === 'open' ? 0 : 1 });
      if (status === 1) expect(err).toMatch(/^REHEARSAL_AS_LIVE: /);
    }
    expect(live()).toBe('pages/notice');
  });

  it('takes effect though the pointer can’t be read, where it hides and does not show', async () => {
    await site.publish('20:05', CUT_2000);
    const moves = join(site.directory, 'moves');
    const newest = readdirSync(moves).sort().at(-1) ?? '';
    writeFileSync(join(moves, newest), 'torn {');
    expect(await site.run('20:06', ['notice', 'off', ...WHY])).toMatchObject({
      status: 1,
      err: expect.stringMatching(/^POINTER_UNREADABLE: /) as string,
    });
    expect(await site.run('20:07', ['notice', 'on', ...WHY])).toMatchObject({ status: 0 });
    expect(live()).toBe('pages/notice');
  });

  it('goes on without packages of changes that are missing, and writes down why', async () => {
    await publishBoth();
    const state = (await site.noted()) as { package: { generation: string; sha256: string } };
    const { generation, sha256 } = state.package;
    const missing = [{ name: 'a.zip', sha256, code: 'ARCHIVE_EMPTY' }];
    await site.note({ ...state, gap: { window: 'election', over: generation, missing } });
    expect(await site.run('20:30', ['accept-gap', '--dry-run', ...WHY])).toMatchObject({ status: 0 });
    expect(orders()).toEqual([]);
    const { status, out } = await site.run('20:30', ['accept-gap', ...WHY]);
    expect({ status, out }).toEqual({
      status: 0,
      out: expect.stringMatching(/^Se sigue sin los paquetes/) as string,
    });
    expect(orders()).toEqual([expect.objectContaining({ operation: 'accept-gap', reason: WHY[1] })]);
    expect(await site.noted()).toMatchObject({ gap: { missing: [{ accepted: true }] } });
    expect((await site.run('20:31', ['accept-gap', ...WHY])).out).toBe('No hubo nada que cambiar.\n');
  });
});
