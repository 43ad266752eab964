import { dirname } from 'node:path/posix';
import { shellWord } from '../../../lib/shell-word.js';
import { AS_ROOT } from './as-root.js';
import type { FileOnHost } from './file-on-host.js';
import type { Service } from '../service/service.js';

/** Folder inside a service's own in which new files are proven before they are put in place. */
const SIDE = '.next';

export interface Delivery {
  /** The service's folder on the host, e.g. `/srv/prep/etc/web`. */
  readonly folder: string;
  /** Name of the container. */
  readonly container: string;
  readonly service: Pick<Service, 'files' | 'test' | 'reload'>;
  /** Shell word that yields a file's content, compressed by gzip and in base64. */
  readonly content: (file: FileOnHost) => string;
}

/**
 * A POSIX script that brings a service its files: into a side folder, proven in the running container, renamed into
 * place, and taken up by a reload. What does not pass the proof changes nothing and ends the script with an error.
 */
export function deliveryScript({ folder, container, service, content }: Delivery): string {
  const next = `${folder}/${SIDE}`;
  const relative = (file: FileOnHost): string => file.path.slice(folder.length + 1);
  const folders = [...new Set(service.files.map((file) => dirname(relative(file))))].sort();
  return [
    'set -eu',
    'umask 077',
    AS_ROOT,
    'engine() { if docker version >/dev/null 2>&1; then docker "$@"; else as_root docker "$@"; fi; }',
    `as_root rm -rf ${shellWord(next)}`,
    ...folders.flatMap((each) => [
      `as_root install -d -m 0755 ${shellWord(`${folder}/${each}`)} ${shellWord(`${next}/${each}`)}`,
    ]),
    ...service.files.flatMap((file) => put(file, `${next}/${relative(file)}`, content(file))),
    `running=$(engine container inspect --format '{{.State.Running}}' ${shellWord(container)} 2>/dev/null || echo absent)`,
    ...proof(service.test, container),
    ...service.files.map(
      (file) => `as_root mv -f ${shellWord(`${next}/${relative(file)}`)} ${shellWord(file.path)}`,
    ),
    `as_root rm -rf ${shellWord(next)}`,
    ...reload(service.reload, container),
  ].join('\n');
}

function put({ mode, owner }: FileOnHost, path: string, content: string): readonly string[] {
  return [
    `printf %s ${content} | base64 -d | gzip -dc | as_root tee ${shellWord(path)} >/dev/null`,
    `as_root chown ${owner} ${shellWord(path)}`,
    `as_root chmod ${mode} ${shellWord(path)}`,
  ];
}

function proof(test: string | undefined, container: string): readonly string[] {
  if (test === undefined) return [];
  const command = test.replaceAll('{folder}', `/etc/prep/${SIDE}`);
  return [`if [ "$running" = true ]; then engine exec ${shellWord(container)} ${command}; fi`];
}

function reload(how: Service['reload'], container: string): readonly string[] {
  if (how === 'none') return [];
  const command = how === 'hup' ? 'kill --signal HUP' : 'restart';
  return [`if [ "$running" = true ]; then engine ${command} ${shellWord(container)} >/dev/null; fi`];
}
