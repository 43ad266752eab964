import { createCommands } from '../../lib/cli/commands.js';
import type { CliContext } from '../../lib/cli/index.js';
import { createMessages } from '../../lib/messages/index.js';
import { Command } from 'commander';

/** The command lines of a text for a shell: a backslash at the end of a line joins the next, a comment is left out. */
export function commandLines(text: string): readonly string[] {
  return text
    .replace(/\\\n/g, ' ')
    .split('\n')
    .map((line) => line.replace(/\s#\s.*$/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** Words of a command line, quotes taken off; no expansion. */
export function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
}

/** What may stand in front of the program where a person or a container calls it. */
const CALL = /^(?:.* CMD )?(?:\w+=\S+ )*(?:sudo (?:-u \S+ )?)?(?:docker exec \S+ )?(?:npx )?difusor (.+)$/;

/** The words behind `difusor` in each call of it that a line holds, up to the end of that call. */
export function difusorCalls(line: string): readonly (readonly string[])[] {
  return line
    .split(/ (?:&&|\|\|?|;|>\S*)(?: |$)/)
    .flatMap((part) => CALL.exec(part.trim().replace(/\s+/g, ' '))?.[1] ?? [])
    .map(wordsOf);
}

/** Names of the commands, as the real command line has them. */
export function commandNames(): readonly string[] {
  return commands().map((command) => command.name());
}

/**
 * Reads a command line as the real one does, and runs nothing.
 * @throws what commander throws for an option, an argument or a command that is not there, and for one that is missing
 */
export function parseDifusor(words: readonly string[]): void {
  const program = new Command('difusor').helpCommand(false);
  for (const each of commands()) program.addCommand(each);
  for (const each of withDescendants(program)) {
    each.exitOverride().configureOutput({ writeOut: () => undefined, writeErr: () => undefined });
    each.action(() => undefined);
  }
  program.parse([...words], { from: 'user' });
}

function commands(): readonly Command[] {
  return createCommands({
    context: {} as CliContext,
    messages: createMessages('es'),
    finish: () => undefined,
  });
}

function withDescendants(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withDescendants)];
}
