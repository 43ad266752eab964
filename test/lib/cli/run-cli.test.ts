import { cli } from '../../support/cli.js';

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
    expect(out.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
  });

  test.each([
    ['an unknown command', ['chek'], 'chek'],
    ['an unknown option', ['check', '--jason'], '--jason'],
    ['a missing option', ['sync'], '--directory'],
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
