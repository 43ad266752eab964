import type { HostedPlan, HostPlan } from '../../../lib/config/index.js';
import { createMessages, type MessageId, type Messages } from '../../../lib/messages/index.js';
import { shellWord } from '../../../lib/shell-word.js';
import type { FileOnHost } from '../delivery/file-on-host.js';
import { accounts } from './accounts.js';
import type { HostCommand, HostPart } from './host-part.js';
import { hostParts } from './host-parts.js';
import { setUpFunctions } from './set-up-functions.js';

/**
 * A POSIX script, for root, that makes an existing Ubuntu of the plan's version, or another one or a Debian where the plan
 * lets it, the host of the plan, and that may be its shell's input (`sh -s`). Run again it changes nothing. Files that fail their check are put back, and so is a firewall that
 * would shut out the SSH session from which the script runs.
 */
export function renderSetUp(plan: HostedPlan, host: HostPlan, messages: Messages = createMessages()): string {
  const parts = hostParts(plan, host, messages);
  const say = (id: MessageId): string => shellWord(messages.text(id, { what: `${plan.name}, ${host.name}` }));
  return `#!/bin/sh
# Written by difusor.
set -eu
umask 022
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
${setUpFunctions(messages, plan.server)}
${parts.map(renderCommands).join('\n')}

main() {
fit
packages ${[...new Set(parts.flatMap((part) => part.packages))].join(' ')}
${accounts(plan.server)
  .map(({ user, groups }) => `account ${user} ${groups.join(',')}`)
  .join('\n')}
${parts.map(renderPart).join('\n')}
if [ "$changes" = 0 ]; then echo ${say('host.set-up.nothing')}; else echo ${say('host.set-up.done')}; fi
}

# Read whole before it runs, and nothing in it reads the rest of the input.
main < /dev/null
`;
}

function renderPart({ name, files }: HostPart): string {
  return `
${files.map(put).join('\n')}
settle ${name}`;
}

function renderCommands({ name, check, apply }: HostPart): string {
  const part = name.replaceAll('-', '_');
  return [commandFunction(`check_${part}`, check), commandFunction(`apply_${part}`, apply)].join('\n');
}

function commandFunction(name: string, commands: readonly HostCommand[]): string {
  const body = commands.length === 0 ? 'true' : commands.map(commandLine).join(' &&\n  ');
  return `${name}() {\n  ${body}\n}`;
}

function put({ path, mode, owner, content }: FileOnHost): string {
  const end = delimiter(content);
  return `put ${shellWord(path)} ${mode} ${owner} <<'${end}'\n${content}${end}`;
}

/** A line that the content does not have. */
function delimiter(content: string): string {
  const lines = new Set(content.split('\n'));
  let end = 'END_OF_FILE';
  while (lines.has(end)) end += '_';
  return end;
}

function commandLine(command: HostCommand): string {
  return command.map((word) => (/^[\w./:=-]+$/.test(word) ? word : shellWord(word))).join(' ');
}
