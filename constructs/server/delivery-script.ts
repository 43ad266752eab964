import { dirname } from 'node:path/posix';
import type { HostFile } from './host-file.js';
import type { Service } from './service.js';

/** Folder inside a service's own in which new files are proven before they are put in place. */
const SIDE = '.next';

export interface Delivery {
  /** The service's folder on the host, e.g. `/srv/prep/etc/web`. */
  readonly folder: string;
  /** Name of the container. */
  readonly container: string;
  readonly service: Pick<Service, 'files' | 'test' | 'reload'>;
  /** Shell word that yields a file's content, compressed by gzip and in base64. */
  readonly content: (file: HostFile) => string;
}

/**
 * A POSIX script that brings a service its files: into a side folder, proven in the running container, renamed into
 * place, and taken up by a reload. What does not pass the proof changes nothing and ends the script with an error.
 */
export function deliveryScript({ folder, container, service, content }: Delivery): string {
  const next = `${folder}/${SIDE}`;
  const relative = (file: HostFile): string => file.path.slice(folder.length + 1);
  const folders = [...new Set(service.files.map((file) => dirname(relative(file))))].sort();
  return [
    'set -eu',
    'umask 077',
    'as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }',
    'engine() { if docker version >/dev/null 2>&1; then docker "$@"; else as_root docker "$@"; fi; }',
    `as_root rm -rf ${word(next)}`,
    ...folders.flatMap((each) => [
      `as_root install -d -m 0755 ${word(`${folder}/${each}`)} ${word(`${next}/${each}`)}`,
    ]),
    ...service.files.flatMap((file) => put(file, `${next}/${relative(file)}`, content(file))),
    `running=$(engine container inspect --format '{{.State.Running}}' ${word(container)} 2>/dev/null || echo absent)`,
    ...proof(service.test, container),
    ...service.files.map((file) => `as_root mv -f ${word(`${next}/${relative(file)}`)} ${word(file.path)}`),
    `as_root rm -rf ${word(next)}`,
    ...reload(service.reload, container),
  ].join('\n');
}

function put({ mode, owner }: HostFile, path: string, content: string): readonly string[] {
  return [
    `printf %s ${content} | base64 -d | gzip -dc | as_root tee ${word(path)} >/dev/null`,
    `as_root chown ${owner} ${word(path)}`,
    `as_root chmod ${mode} ${word(path)}`,
  ];
}

function proof(test: string | undefined, container: string): readonly string[] {
  if (test === undefined) return [];
  const command = test.replaceAll('{folder}', `/etc/prep/${SIDE}`);
  return [`if [ "$running" = true ]; then engine exec ${word(container)} ${command}; fi`];
}

function reload(how: Service['reload'], container: string): readonly string[] {
  if (how === 'none') return [];
  const command = how === 'hup' ? 'kill --signal HUP' : 'restart';
  return [`if [ "$running" = true ]; then engine ${command} ${word(container)} >/dev/null; fi`];
}

function word(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
