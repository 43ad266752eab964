import { Command, CommanderError } from 'commander';
import { DifusorError } from '../errors.js';
import { createMessages, isMessageId, localeOf, type Locale, type Messages } from '../messages/index.js';
import { createCommands } from './commands.js';
import type { CliContext } from './context.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { describeFailure } from './report-error.js';

/** Runs one command line and gives its exit status; every failure is rendered with code and remedy. */
export async function runCli(argv: readonly string[], context: CliContext): Promise<ExitCode> {
  const locale = spokenLocale(argv, context.env);
  let status: ExitCode = EXIT.ok;
  const program = createProgram(context, locale, (code) => {
    status = code;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.ok;
    context.err(describeFailure(usageError(error, locale), locale));
    return EXIT.error;
  }
}

function createProgram(context: CliContext, locale: Locale, finish: (code: ExitCode) => void): Command {
  const messages = createMessages(locale);
  const program = new Command('difusor').description(messages.text('cli.description')).helpCommand(false);
  for (const each of createCommands({ context, messages, finish })) program.addCommand(each);
  for (const each of withDescendants(program)) speak(each, context, messages);
  return program;
}

function withDescendants(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withDescendants)];
}

/** Help and errors in the chosen language; nothing is printed past the context, and nothing exits the process. */
function speak(command: Command, context: CliContext, messages: Messages): void {
  command
    .exitOverride()
    .helpOption('-h, --help', messages.text('cli.option.help'))
    .configureHelp({ styleTitle: (title) => translatedTitle(title, messages), helpWidth: context.columns })
    .configureOutput({ writeOut: context.out, writeErr: () => undefined });
}

function translatedTitle(title: string, messages: Messages): string {
  const id = `cli.help.${title.replace(':', '').toLowerCase()}`;
  return isMessageId(id) ? messages.text(id) : title;
}

/** The language must be known before the options are parsed, since their help is in it. */
function spokenLocale(argv: readonly string[], env: CliContext['env']): Locale {
  const flag = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const asked = flag < 0 ? env.DIFUSOR_LANG : (argv[flag]?.split('=')[1] ?? argv[flag + 1]);
  return localeOf(asked);
}

/** A wrong command line in the reader's language; commander's own sentences are English only. */
function usageError(error: unknown, locale: Locale): unknown {
  if (!(error instanceof CommanderError)) return error;
  const id = `cli.usage.${error.code.replace('commander.', '')}`;
  const detail = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const reason = isMessageId(id) ? createMessages(locale).text(id, { detail }) : error.message;
  return new DifusorError('USAGE', { reason }, { cause: error });
}
