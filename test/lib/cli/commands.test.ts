import type { Command } from 'commander';
import { createCommands } from '../../../lib/cli/commands.js';
import type { CliContext } from '../../../lib/cli/context.js';
import { createMessages } from '../../../lib/messages/index.js';

const SITE = ['--config', '--directory', '--bucket', '--key-value-store'];
const ORDER = [...SITE, '--reason', '--dry-run'];

const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  check: ['--config', '--template', '--live', '--json'],
  audit: [
    ...['--config', '--host', '--vantage', '--merge', '--upload-mb'],
    ...['--identity', '--ingest-identity', '--force', '--json'],
  ],
  explain: [],
  sync: [...SITE, '--archive', '--secret', '--package', '--watch', '--every', '--log', '--dry-run'],
  status: [...SITE, '--json'],
  rollback: [...ORDER, '--to'],
  notice: ORDER,
  open: ORDER,
  close: ORDER,
  'accept-gap': ORDER,
  schema: [],
};

describe('createCommands', () => {
  const commands = createCommands({
    context: {} as CliContext,
    messages: createMessages('es'),
    finish: () => undefined,
  });
  const named = (name: string): Command | undefined => commands.find((each) => each.name() === name);

  it.each(Object.entries(OPTIONS))('gives %s its options, and the language', (name, options) => {
    const found = named(name)?.options.map(({ long }) => long);
    expect(found?.sort()).toEqual(['--lang', ...options].sort());
  });

  it.each([
    ['journal', ['verify']],
    ['archive', ['list', 'extract']],
  ])('gives %s its own commands', (name, subcommands) => {
    expect(named(name)?.commands.map((each) => each.name())).toEqual(subcommands);
  });

  it('asks for a reason with every order of a person, and with no other command', () => {
    const asking = commands.filter(({ options }) => options.some(({ long }) => long === '--reason'));
    expect(asking.map((each) => each.name())).toEqual(['rollback', 'notice', 'open', 'close', 'accept-gap']);
    const mandatory = asking.map(({ options }) => options.find(({ long }) => long === '--reason')?.mandatory);
    expect(mandatory).toEqual(asking.map(() => true));
  });

  it('asks once a minute unless it is told otherwise', () => {
    expect(named('sync')?.getOptionValue('every')).toBe(60);
  });
});
