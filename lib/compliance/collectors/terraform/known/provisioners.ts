import { at, blocks, isJson } from '../json.js';
import type { HostFiles } from '../host-files.js';
import type { TerraformResource } from '../stack.js';
import { isKnownCommand } from './commands.js';
import { shellWords } from './shell-words.js';

const SSH =
  '(?:/bin/sh -s|ssh -o BatchMode=yes -o StrictHostKeyChecking=yes -o UserKnownHostsFile=known_hosts -o GlobalKnownHostsFile=/dev/null -o UpdateHostKeys=no -o ConnectTimeout=\\d+ -o ServerAliveInterval=\\d+ -p \\d+ -l [\\w-]+ -- [\\w.:-]+ /bin/sh -s)';
const SCRIPT = new RegExp(`^${SSH} <<'DIFUSOR_END'\\n([\\s\\S]*)\\nDIFUSOR_END\\n?$`);

/** Data of the difusor's; never a place from which a host is run. */
const DATA = "'/(?:srv|data|mnt|opt|var/lib)/[\\w./-]+'";
const QUOTED = "'(?:[^'\\n]|'\\\\'')*'";
const CONTAINER = "'[\\w.-]+'";

/** Each line of the scripts by which the toolkit makes folders, looks for files, and delivers. */
const LINES = [
  'set -e?u',
  'umask 077',
  'faults=0',
  'fi',
  '\\[ "\\$faults" -eq 0 \\]',
  'as_root\\(\\) \\{ if \\[ "\\$\\(id -u\\)" = 0 \\]; then "\\$@"; else sudo -n "\\$@"; fi; \\}',
  'engine\\(\\) \\{ if docker version >/dev/null 2>&1; then docker "\\$@"; else as_root docker "\\$@"; fi; \\}',
  'tell\\(\\) \\{ printf "%s\\\\n" "\\$1" >&2; faults=\\$\\(\\(faults \\+ 1\\)\\); \\}',
  `readable\\(\\) \\{ as_root sh -c 'setpriv --reuid "\\$1" --regid \\d+ --clear-groups test -r /proc/self/fd/3 3< "\\$2"' sh "\\$1" "\\$2"; \\}`,
  `as_root mkdir -p ${DATA}`,
  `as_root chown \\d+:\\d+ ${DATA}`,
  `as_root chmod [0-7]?[0-7]{2}[0145] ${DATA}`,
  `as_root rm -rf '/(?:srv|data|mnt|opt|var/lib)/[\\w./-]+/\\.next'`,
  `as_root install -d -m 0755 ${DATA} ${DATA}`,
  `as_root mv -f '(/(?:srv|data|mnt|opt|var/lib)/[\\w./-]+)/\\.next/([\\w./-]+)' '\\1/\\2'`,
  `printf %s \\$\\{base64gzip\\(self\\.input\\.files\\["(/[\\w./-]+?)/([\\w./-]+)"\\]\\)\\} \\| base64 -d \\| gzip -dc \\| as_root tee '\\1/\\.next/\\2' >/dev/null`,
  `running=\\$\\(engine container inspect --format '\\{\\{\\.State\\.Running\\}\\}' ${CONTAINER} 2>/dev/null \\|\\| echo absent\\)`,
  `if \\[ "\\$running" = true \\]; then engine (?:restart|kill --signal HUP) ${CONTAINER} >/dev/null; fi`,
  `if \\[ "\\$running" = true \\]; then engine exec ${CONTAINER} sshd -t -f /etc/prep/\\.next/sshd_config; fi`,
  `if \\[ "\\$running" = true \\]; then engine exec ${CONTAINER} sh -c 'sed s#/etc/prep/#/etc/prep/\\.next/#g /etc/prep/\\.next/nginx\\.conf >/tmp/next\\.conf && nginx -t -q -e stderr -c /tmp/next\\.conf'; fi`,
  `if ! as_root test -f ${QUOTED}; then tell ${QUOTED}`,
  `elif ! readable \\d+ ${QUOTED}; then tell ${QUOTED}`,
  `elif \\[ -n "\\$\\(as_root find -L ${QUOTED} -perm /o=rwx\\)" \\]; then tell ${QUOTED}`,
  `printf %s '\\$\\{base64gzip\\(self\\.input\\.script\\)\\}' \\| base64 -d \\| gzip -dc \\| if \\[ "\\$\\(id -u\\)" = 0 \\]; then sh -s; else sudo -n sh -s; fi`,
].map((line) => new RegExp(`^${line}$`));

/** What a resource runs, on the host or on the machine that applies, that nobody knows. */
export function unknownOfProvisioners(resource: TerraformResource, files: HostFiles): string[] {
  const { body } = resource;
  return [...undelivered(resource), ...unknownOfEach(body.provisioner, files)];
}

/** Files that a resource holds for a script that never puts them in place. */
function undelivered({ body }: TerraformResource): string[] {
  const scripts = blocks(body.provisioner).flatMap((one) =>
    blocks(at(one, 'local-exec')).map(({ command }) => String(command)),
  );
  const files = at(body.input, 'files');
  const runs = scripts.some((script) => script.includes('self.input.script'));
  if (at(body.input, 'script') !== undefined && !runs) return ['script'];
  if (scripts.length === 0 || !isJson(files) || at(body.input, 'script') !== undefined) return [];
  const moves = scripts.join('\n');
  return Object.keys(files).filter(
    (path) => !moves.includes(` '${path}'\n`) || !moves.includes(`files["${path}"]`),
  );
}

function unknownOfEach(provisioners: unknown, files: HostFiles): string[] {
  return blocks(provisioners).flatMap((provisioner) =>
    Object.entries(provisioner).flatMap(([kind, value]) => {
      if (kind === 'local-exec') return blocks(value).flatMap(unknownLocal);
      if (kind === 'remote-exec') return blocks(value).flatMap((block) => unknownRemote(block, files));
      // The files that it brings are looked at where they lie.
      return kind === 'file' ? [] : [kind];
    }),
  );
}

function unknownLocal(block: object): string[] {
  const { command, ...others } = block as Readonly<Record<string, unknown>>;
  const more = Object.keys(others).filter((key) => key !== 'when' || others.when !== 'create');
  if (typeof command !== 'string') return ['local-exec'];
  const [, script] = SCRIPT.exec(command) ?? [];
  if (script === undefined) return [...more, command.slice(0, 80)];
  return [...more, ...unknownLines(script)];
}

/** A path that climbs is another one than it seems. */
function unknownLines(script: string): string[] {
  return script
    .split('\n')
    .filter((line) => /\/\.\.(?:\/|')/.test(line) || !LINES.some((known) => known.test(line)));
}

function unknownRemote(block: object, files: HostFiles): string[] {
  const { inline, ...others } = block as Readonly<Record<string, unknown>>;
  const lines = Array.isArray(inline) ? (inline as unknown[]).map(String) : ['remote-exec'];
  return [
    ...Object.keys(others).filter((key) => key !== 'connection'),
    ...lines.filter((line) => {
      const words = shellWords(line.replace(/^sudo (?:-n )?/, ''));
      return words === undefined || !isKnownCommand(words, files);
    }),
  ];
}
