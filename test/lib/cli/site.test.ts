import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { heartbeatPath, journalPath } from '../../../lib/cli/site.js';
import { cli } from '../../support/cli.js';
import { CliSite, CUT_2000, CUT_2020 } from '../../support/cli-site.js';
import { EXAMPLE } from '../../support/example-plan.js';
import { CHIAPAS_FRAME, VERACRUZ } from '../../support/server-plan.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const ARN = 'arn:aws:cloudfront::111122223333:key-value-store/6a1f0b5c-0000-4000-8000-000000000001';
const WHY = ['--reason', 'por orden'];

describe('the site of a command', () => {
  const directory = useTemporaryDirectory();
  const page = (site: CliSite, name: string): string => join(site.directory, 'pages', name, 'index.html');

  it.each<[string, string[]]>([
    ['none', []],
    ['both kinds', ['--directory', 'site', '--bucket', 'site', '--key-value-store', ARN]],
    ['a folder and half a stack', ['--directory', 'site', '--bucket', 'site']],
    ['a bucket without its pointer', ['--bucket', 'site']],
    ['a pointer without its bucket', ['--key-value-store', ARN]],
  ])('is refused where the options name %s, by every command', async (_what, options) => {
    for (const command of [
      ['status'],
      ['close', ...WHY],
      ['notice', 'on', ...WHY],
      ['sync', '--archive', 'kept', '--package', CUT_2000],
    ]) {
      const { status, err } = await cli([...command, '--config', EXAMPLE, ...options], { cwd: directory() });
      expect({ command, status }).toEqual({ command, status: 1 });
      expect(err).toMatch(/^USAGE: Diga de qué sitio se trata/);
    }
    expect(readdirSync(directory())).toEqual([]);
  });

  it('is none where the file describes a page that frames', async () => {
    const config = join(directory(), 'difusor.yaml');
    writeFileSync(config, stringify(CHIAPAS_FRAME));
    for (const command of [
      ['status'],
      ['close', ...WHY],
      ['sync', '--archive', 'kept', '--package', CUT_2000],
    ]) {
      const site = ['--config', config, '--directory', 'site'];
      const { status, err } = await cli([...command, ...site], { cwd: directory() });
      expect({ command, status }).toEqual({ command, status: 1 });
      expect(err).toMatch(/^PLAN_PUBLISHES_NOTHING: /);
    }
    expect(readdirSync(directory())).toEqual(['difusor.yaml']);
  });

  it('is in a folder, never in a bucket, where the file describes servers', async () => {
    const config = join(directory(), 'difusor.yaml');
    writeFileSync(config, stringify(VERACRUZ));
    const publish = ['sync', '--archive', 'kept', '--package', CUT_2000, '--config', config];
    const folder = await cli([...publish, '--directory', 'site'], { cwd: directory() });
    expect(folder).toMatchObject({ status: 0, err: '' });
    const bucket = await cli([...publish, '--bucket', 'site', '--key-value-store', ARN], {
      cwd: directory(),
    });
    expect(bucket.status).toBe(1);
    expect(bucket.err).toMatch(/^PLAN_TARGET: /);
  });

  it('has pages of its own, in the language of the command, from the first one on', async () => {
    const site = new CliSite(directory());
    await site.publish('19:30', CUT_2000, '--lang', 'en');
    for (const name of ['closed', 'notice']) {
      expect(readFileSync(page(site, name), 'utf8')).toContain('<html lang="en"');
    }
  });

  it('gets its pages once: a page of the difusor’s own stays, and one that is missing comes', async () => {
    const site = new CliSite(directory());
    await site.publish('20:05', CUT_2000);
    writeFileSync(page(site, 'closed'), '<p>propia</p>');
    rmSync(page(site, 'notice'));
    await site.publish('20:25', CUT_2020);
    expect(readFileSync(page(site, 'closed'), 'utf8')).toBe('<p>propia</p>');
    expect(existsSync(page(site, 'notice'))).toBe(true);
  });

  it('says so where its pages can’t be written', async () => {
    const site = new CliSite(directory());
    mkdirSync(site.directory);
    writeFileSync(join(site.directory, 'pages'), 'a file');
    const { status, err } = await site.publish('20:05', CUT_2000);
    expect(status).toBe(1);
    expect(err).toMatch(/^STORE_WRITE_FAILED: .*pages.*\n→ /);
  });

  it('keeps its journal and its heartbeat outside of what the public reads', async () => {
    const site = new CliSite(directory());
    await site.publish('20:05', CUT_2000);
    for (const path of [journalPath(site.directory), heartbeatPath(site.directory)]) {
      expect(existsSync(path)).toBe(true);
      expect(path.slice(site.directory.length + 1).split('/')[0]).toBe('state');
    }
  });

  it('tells of half a line that it took away from its journal', async () => {
    const site = new CliSite(directory());
    await site.publish('20:05', CUT_2000);
    writeFileSync(journalPath(site.directory), '{"seq":', { flag: 'a' });
    const { status, err } = await site.publish('20:25', CUT_2020);
    expect(status).toBe(0);
    expect(err).toContain('7 bytes');
    const verified = await cli(['journal', 'verify', '--file', journalPath(site.directory)]);
    expect(verified).toMatchObject({ status: 0 });
  });

  it('is found from the folder in which the command runs', async () => {
    const argv = ['sync', '--config', EXAMPLE, '--directory', 'aquí/sitio', '--archive', 'guardados'];
    const now = (): Date => new Date('2027-06-06T20:05:00-07:00');
    await cli([...argv, '--package', CUT_2000], { cwd: directory(), now });
    expect(existsSync(join(directory(), 'aquí', 'sitio', 'live', 'index.html'))).toBe(true);
    expect(existsSync(join(directory(), 'guardados', 'packages'))).toBe(true);
  });
});
