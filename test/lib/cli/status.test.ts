import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CliSite, CUT_2000, CUT_2020 } from '../../support/cli-site.js';
import { changedBetween, folderSnapshot } from '../../support/folder-snapshot.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

describe('difusor status', () => {
  const directory = useTemporaryDirectory();
  let site: CliSite;
  beforeEach(() => {
    site = new CliSite(directory());
  });
  const status = (now: string, ...more: string[]): ReturnType<CliSite['run']> =>
    site.run(now, ['status', ...more]);
  /** The worker goes on giving signs, whatever its runs come to. */
  const beatAt = (instant: string): void =>
    writeFileSync(join(site.directory, 'state', 'heartbeat'), `${new Date(instant).toISOString()}\n`);
  const noteTrouble = (trouble: object): Promise<void> => site.note({ trouble });

  it('ends with 0 while readers get the newest cut in time', async () => {
    await site.publish('20:05', CUT_2000);
    const { status: code, out, err } = await status('20:10');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Sitio: .*site\nVentana: la elección\.\nEl público ve el corte 20270607T030000Z-/);
    expect(out).toContain('al día, 10 minutos');
  });

  it('ends with 0 before the opening, and outside of all windows', async () => {
    await site.publish('19:56', CUT_2000);
    expect(await status('19:57')).toMatchObject({
      status: 0,
      out: expect.stringContaining('El público no ve resultados') as string,
    });
    beatAt('2027-06-09T12:00:00Z');
    expect(await status('2027-06-09T12:01:00Z')).toMatchObject({
      status: 0,
      out: expect.stringContaining('Ventana: ninguna') as string,
    });
  });

  it('ends with 3 where the institute has made no newer cut in time', async () => {
    await site.publish('20:05', CUT_2000);
    beatAt('2027-06-06T21:00:00-07:00');
    const { status: code, out } = await status('21:01');
    expect(code).toBe(3);
    expect(out).toContain('61 minutos');
    expect(out).not.toContain('Falla:');
  });

  it('ends with 4 where the worker fails, whatever the age of the cut', async () => {
    await site.publish('20:05', CUT_2000);
    await noteTrouble({ since: '2027-06-07T03:06:00.000Z', code: 'SOURCE_REFUSED' });
    expect(await status('20:10')).toMatchObject({
      status: 4,
      out: expect.stringContaining('Falla: SOURCE_REFUSED, desde 2027-06-07T03:06:00.000Z.') as string,
    });
  });

  it('ends with 4 where the worker is silent, and says since when', async () => {
    await site.publish('20:05', CUT_2000);
    expect(await status('20:15')).toMatchObject({ status: 0 });
    expect(await status('20:16')).toMatchObject({
      status: 4,
      out: expect.stringContaining('no da señales desde 2027-06-07T03:05:00.000Z') as string,
    });
  });

  it('says that a person closed the site, or rolled back', async () => {
    await site.publish('20:05', CUT_2000);
    await site.publish('20:25', CUT_2020);
    expect((await status('20:26')).out).not.toMatch(/persona/);
    await site.run('20:26', ['rollback', '--reason', 'por orden']);
    expect((await status('20:27')).out).toContain('Una persona se regresó de 20270607T032000Z-');
    await site.run('20:27', ['close', '--reason', 'por orden']);
    expect((await status('20:28')).out).toContain('Lo cerró una persona');
  });

  it('gives a program all of it', async () => {
    await site.publish('20:05', CUT_2000);
    await noteTrouble({ since: '2027-06-07T03:06:00.000Z', code: 'STORE_WRITE_FAILED' });
    const { status: code, out } = await status('20:10', '--json');
    expect(code).toBe(4);
    expect(JSON.parse(out)).toMatchObject({
      pointer: { state: 'live', generation: expect.stringMatching(/^20270607T030000Z-/) as string },
      window: { id: 'election', kind: 'election' },
      freshness: { state: 'failing', ageSeconds: 600, lagSeconds: 240 },
      trouble: { code: 'STORE_WRITE_FAILED' },
    });
  });

  it('speaks English by option', async () => {
    await site.publish('20:05', CUT_2000);
    expect((await status('20:10', '--lang', 'en')).out).toMatch(/^Site: /);
  });

  it('changes nothing', async () => {
    await site.publish('20:05', CUT_2000);
    // A page of the difusor's own, and a journal that ends in half a line.
    writeFileSync(join(site.directory, 'pages', 'closed', 'index.html'), '<p>propia</p>');
    writeFileSync(join(site.directory, 'state', 'journal.jsonl'), '{"seq":', { flag: 'a' });
    const before = folderSnapshot(site.folder);
    await status('20:10');
    expect(changedBetween(before, folderSnapshot(site.folder))).toEqual([]);
  });

  it('makes no site of a folder that is none: a mistyped path must not look healthy', async () => {
    const { status: code, err } = await status('20:10');
    expect(code).toBe(1);
    expect(err).toMatch(/^STORE_READ_FAILED: .*ENOENT/);
    expect(existsSync(site.directory)).toBe(false);
  });

  it('goes by what the heartbeat says, not by the time of its file', async () => {
    await site.publish('20:05', CUT_2000);
    const past = new Date('2020-01-01T00:00:00Z');
    utimesSync(join(site.directory, 'state', 'heartbeat'), past, past);
    expect(await status('20:10')).toMatchObject({ status: 0 });
  });
});
