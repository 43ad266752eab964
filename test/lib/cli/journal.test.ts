import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { journal, verifyJournalCommand, type JournalOptions } from '../../../lib/cli/journal.js';
import { createMessages } from '../../../lib/messages/index.js';
import { cli } from '../../support/cli.js';
import { appendTo } from '../../support/journal-fixture.js';
import { EVENTS } from '../../support/journal-events.js';
import { surroundings } from '../../support/surroundings.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const directory = useTemporaryDirectory();
const path = (): string => join(directory(), 'site', 'state', 'journal.jsonl');
const es = createMessages('es');
const SITE = { directory: 'site' };

async function listed(options: JournalOptions): Promise<string[]> {
  const { context, lines } = surroundings(directory());
  expect(await journal(options, context, es)).toBe(0);
  return lines();
}

function change(line: number, from: string, to: string): void {
  const lines = readFileSync(path(), 'utf8').split('\n');
  lines[line - 1] = (lines[line - 1] ?? '').replace(from, to);
  writeFileSync(path(), lines.join('\n'));
}

beforeEach(() => appendTo(path(), EVENTS));

describe('difusor journal', () => {
  it('tells every entry of a site on a line of its own, with its time and number', async () => {
    const lines = await listed(SITE);
    expect(lines).toHaveLength(EVENTS.length);
    expect(lines[0]).toMatch(/^2024-06-03T03:00:01\.000Z {2}#1 {2}Llegó 20240602_2000_PREP_BCS\.zip de /);
    expect(lines.at(-1)).toBe(
      '2024-06-03T03:00:16.000Z  #16  Se quitó una última línea a medias, de 17 bytes.',
    );
  });

  it('tells the last ones only', async () => {
    const lines = await listed({ ...SITE, last: '2' });
    expect(lines.map((line) => /#\d+/.exec(line)?.[0])).toEqual(['#15', '#16']);
    expect(await listed({ ...SITE, last: '99' })).toHaveLength(EVENTS.length);
  });

  it('gives the lines as they stand, for a program', async () => {
    const lines = await listed({ file: 'site/state/journal.jsonl', json: true });
    expect(`${lines.join('\n')}\n`).toBe(readFileSync(path(), 'utf8'));
  });

  it('says where a line is not what was written, and leaves half a line out', async () => {
    change(2, 'staging', 'stagin9');
    appendFileSync(path(), '{"seq":');
    const lines = await listed(SITE);
    expect(lines).toHaveLength(EVENTS.length);
    expect(lines[1]).toMatch(/^Línea 2: fue modificada/);
    expect(await listed({ ...SITE, json: true })).toHaveLength(EVENTS.length - 1);
  });

  test.each([
    ['names no journal', {}, 'USAGE'],
    ['names two', { directory: 'site', file: 'x' }, 'USAGE'],
    ['wants no number of entries', { directory: 'site', last: 'all' }, 'USAGE'],
    ['wants less than one entry', { directory: 'site', last: '0' }, 'USAGE'],
    ['names a journal that is not there', { directory: 'elsewhere' }, 'JOURNAL_READ_FAILED'],
  ])('is refused to one who %s', async (_name, options, code) => {
    const { context } = surroundings(directory());
    await expect(journal(options, context, es)).rejects.toMatchObject({ code });
  });
});

describe('difusor on the command line', () => {
  it('ends in 0 for a journal that holds and in 1 for one that does not, and says where', async () => {
    expect(await cli(['journal', '--directory', join(directory(), 'site'), '--last', '1'])).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^\S+ {2}#16 /),
    });
    expect(await cli(['journal', 'verify', '--file', path()])).toMatchObject({ status: 0, err: '' });
    change(3, 'actas', 'acta5');
    expect(await cli(['journal', 'verify', '--file', path()])).toMatchObject({
      status: 1,
      out: '',
      err: expect.stringMatching(/^JOURNAL_BROKEN: .* no cuadra en la línea 3: su huella/),
    });
  });
});

describe('difusor journal verify', () => {
  const verify = async (options = {}): Promise<{ status: number; lines: string[] }> => {
    const { context, lines } = surroundings(directory());
    const status = await verifyJournalCommand({ ...SITE, ...options }, context, es);
    return { status, lines: lines() };
  };

  it('says that a journal holds, and the hash to keep', async () => {
    const { status, lines } = await verify();
    const last = JSON.parse(readFileSync(path(), 'utf8').trimEnd().split('\n').at(-1) ?? '') as {
      hash: string;
    };
    expect(status).toBe(0);
    expect(lines[0]).toContain('16 anotaciones, de 2024-06-03T03:00:01.000Z a 2024-06-03T03:00:16.000Z');
    expect(lines[1]).toContain(last.hash);
    expect(lines).toHaveLength(2);
  });

  it('names the first line that does not hold, and every other', async () => {
    change(3, 'actas', 'acta5');
    change(9, 'x.zip', 'y.zip');
    await expect(verify()).rejects.toMatchObject({
      code: 'JOURNAL_BROKEN',
      params: { path: path(), line: 3, reason: 'hash' },
      problems: [{ id: 'journal.break', params: { reason: 'hash' }, file: path(), line: 9 }],
    });
  });

  it('takes half a line at the end for no break, and says so', async () => {
    appendFileSync(path(), '{"seq":');
    const { status, lines } = await verify();
    expect(status).toBe(0);
    expect(lines[2]).toContain('7 bytes');
  });

  it('says that an empty journal is empty', async () => {
    writeFileSync(path(), '');
    expect(await verify()).toEqual({ status: 0, lines: ['La bitácora no tiene anotaciones.'] });
  });

  it('gives a program the whole report, broken or not', async () => {
    const whole = await verify({ json: true });
    expect(whole.status).toBe(0);
    expect(JSON.parse(whole.lines[0] ?? '')).toMatchObject({
      path: path(),
      intact: true,
      entries: 16,
      breaks: [],
    });
    change(3, 'actas', 'acta5');
    const broken = await verify({ json: true });
    expect(broken.status).toBe(1);
    expect(JSON.parse(broken.lines[0] ?? '')).toMatchObject({
      intact: false,
      breaks: [{ line: 3, reason: 'hash' }],
    });
  });
});
