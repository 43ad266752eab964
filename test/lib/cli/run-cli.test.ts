import { createMessages } from '../../../lib/messages/index.js';
import { cli } from '../../support/cli.js';

const COMMANDS: readonly (readonly string[])[] = [
  ['check'],
  ['audit'],
  ['explain'],
  ['sync'],
  ['status'],
  ['rollback'],
  ['notice'],
  ['open'],
  ['close'],
  ['journal'],
  ['journal', 'verify'],
  ['archive'],
  ['archive', 'list'],
  ['archive', 'extract'],
  ['schema'],
];

function widerThan80(text: string): string[] {
  return text.split('\n').filter((line) => [...line].length > 80);
}

describe('the command line', () => {
  test.each([
    [['--help'], 'es', 'Órdenes:'],
    [['check', '--help'], 'es', 'Opciones:'],
    [['check', '--help', '--lang', 'en'], 'en', 'Options:'],
    [['sync', '--help'], 'es', '--directory'],
  ])('%j shows help in %s within 80 columns', async (argv, _locale, expected) => {
    const { status, out } = await cli(argv);
    expect(status).toBe(0);
    expect(out).toContain(expected);
    expect(widerThan80(out)).toEqual([]);
  });

  it.each(['es', 'en'] as const)('helps with every command in %s within 80 columns', async (locale) => {
    const title = createMessages(locale).text('cli.help.options');
    for (const words of COMMANDS) {
      const { status, out } = await cli([...words, '--help'], { env: { DIFUSOR_LANG: locale } });
      expect({ words, status, title: out.includes(title), wide: widerThan80(out) }).toEqual({
        words,
        status: 0,
        title: true,
        wide: [],
      });
      expect(out).toContain(`difusor ${words.join(' ')}`);
    }
  });

  it('lists every command in its help, and no other', async () => {
    const { out } = await cli(['--help']);
    const listed = [...out.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
    expect(listed).toEqual([...new Set(COMMANDS.map(([name]) => name))]);
  });

  test.each([
    ['an unknown command', ['chek'], 'chek'],
    ['an unknown option', ['check', '--jason'], '--jason'],
    ['a missing option', ['sync'], '--archive'],
    ['an order without a reason', ['rollback', '--directory', 'x'], '--reason'],
    ['an order that is none', ['notice', 'off?', '--reason', 'probando'], 'off?'],
    ['a pace of no seconds', ['sync', '--archive', 'x', '--watch', '--every', '0'], '--every'],
    ['a form of log that is none', ['sync', '--archive', 'x', '--log', 'xml'], '--log'],
    ['a missing argument', ['explain'], 'clause'],
    ['too many arguments', ['explain', 'a', 'b'], 'explain'],
    ['an unknown language', ['check', '--lang', 'fr'], '--lang'],
    ['an unknown schema', ['schema', 'nada'], 'nada'],
    ['nothing at all', [], ''],
  ])('refuses %s with a code and a remedy, in Spanish', async (_name, argv, got) => {
    const { status, err } = await cli(argv);
    expect(status).toBe(1);
    expect(err).toMatch(/^USAGE: /);
    expect(err).toContain(got);
    expect(err).toContain('→ Vea las opciones');
    expect(err).not.toMatch(/unknown|missing|error:/);
  });

  it('tells a defect of its own as one, with its stack', async () => {
    const { status, err } = await cli(['check', '--config', 'difusor.yaml'], {
      cwd: process.cwd(),
      now: () => {
        throw new TypeError('broken clock');
      },
    });
    expect(status).toBe(1);
    expect(err).toContain('INTERNAL');
    expect(err).toContain('broken clock');
  });
});
