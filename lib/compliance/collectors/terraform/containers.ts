import { normalize } from 'node:path/posix';
import { isUnresolved, shown, type ContainerFact, type Fact } from '../../facts.js';
import type { Gaps } from './gaps.js';
import { blocks, isJson, type Json } from './json.js';
import { ofType, type TerraformStack } from './stack.js';
import { readFlag, readNumber, readText } from './text.js';

/** A folder or volume of the host that a container sees. */
export interface Mount {
  /** Absolute folder or file of the host, or name of a volume. */
  readonly host: Fact<string>;
  readonly container: Fact<string>;
  readonly readOnly: Fact<boolean>;
}

/** A container as written, and its fact. */
export interface Container {
  readonly fact: ContainerFact;
  readonly stack: string;
  readonly body: Json;
  readonly command: readonly Fact<string>[];
  readonly mounts: readonly Mount[];
  readonly labels: ReadonlyMap<string, Fact<string>>;
  /** Variables of its environment. */
  readonly environment: ReadonlyMap<string, Fact<string>>;
  /** It keeps the copy current: it has the toolkit's settings, or is said to publish. */
  readonly isWorker: boolean;
  /** Ports of the host by the container's own. */
  readonly ports: readonly { readonly internal: Fact<number>; readonly external: Fact<number> }[];
}

/** Label or variable with the settings of the worker as JSON. */
export const SETTINGS = ['difusor.settings', 'DIFUSOR_SETTINGS'];
const SOCKETS = ['/var/run/docker.sock', '/run/docker.sock'];

export function readContainers(stack: TerraformStack, gaps: Gaps): Container[] {
  return ofType(stack, 'docker_container').map(({ id, body }) => {
    const mounts = mountsOf(body, stack);
    const holes = mounts.flatMap(({ host, container }) => [host, container].filter(isUnresolved));
    holes.forEach(({ unresolved }) => {
      gaps.addAll(['containers', 'webServers', 'ingests'], id, unresolved);
    });
    const labels = labelsOf(body, stack);
    const environment = environmentOf(body, stack);
    return {
      fact: { resource: id, ...factOf(body, mounts, stack) },
      stack: stack.name,
      body,
      command: [...texts(body.entrypoint, stack), ...texts(body.command, stack)],
      mounts,
      labels,
      environment,
      isWorker:
        SETTINGS.some((name) => labels.has(name) || environment.has(name)) ||
        labels.get('difusor.service') === 'publisher',
      ports: blocks(body.ports).map((port) => ({
        internal: readNumber(port.internal, stack) ?? { unresolved: 'ports.internal' },
        external: readNumber(port.external, stack) ?? { unresolved: 'ports.external' },
      })),
    };
  });
}

/** A folder of the host, told apart from the same folder of another one. */
export function placeOf(stack: string, path: string): string {
  return `${stack}:${path}`;
}

/** Where a path of a container lies on its host; undefined where it lies in the container alone. */
export function onHost({ mounts, stack }: Container, path: string): string | undefined {
  const found = mounts
    .flatMap(({ host, container }) =>
      isUnresolved(host) || isUnresolved(container) ? [] : [{ host, container }],
    )
    .filter(({ container }) => path === container || path.startsWith(`${trimmed(container)}/`))
    .sort((a, b) => b.container.length - a.container.length)[0];
  return found && placeOf(stack, `${trimmed(found.host)}${path.slice(trimmed(found.container).length)}`);
}

function trimmed(path: string): string {
  return path.replace(/\/+$/, '');
}

function factOf(
  body: Json,
  mounts: readonly Mount[],
  stack: TerraformStack,
): Omit<ContainerFact, 'resource'> {
  const restart = readText(body.restart, stack);
  const writable = mounts.filter(({ readOnly }) => readOnly !== true);
  return {
    image: readText(body.image, stack) ?? { unresolved: 'image' },
    restarts: isUnresolved(restart)
      ? restart
      : ['always', 'unless-stopped', 'on-failure'].includes(restart ?? 'no'),
    readOnlyRoot: readFlag(body.read_only, stack) ?? false,
    capabilities: capabilitiesOf(body, stack),
    privileged: readFlag(body.privileged, stack) ?? false,
    dockerSocket: mounts.some(({ host }) => !isUnresolved(host) && reachesSocket(host)),
    network: networkOf(body, stack),
    writes: writable.map(({ host }) => (isUnresolved(host) ? host : placeOf(stack.name, trimmed(host)))),
  };
}

/** The socket itself, wherever it lies, or a folder above the usual ones. */
export function reachesSocket(host: string): boolean {
  const path = normalize(host);
  if (path.endsWith('/docker.sock')) return true;
  return path.startsWith('/') && SOCKETS.some((socket) => socket.startsWith(`${trimmed(path)}/`));
}

/** What Docker leaves a container unless told to drop it. */
const BY_DEFAULT = [
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'NET_RAW',
];
const BEYOND = ['SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT', 'AUDIT_WRITE'];

function capabilitiesOf(body: Json, stack: TerraformStack): Fact<readonly string[]> {
  const [settings] = blocks(body.capabilities);
  const dropped = texts(settings?.drop, stack);
  const added = texts(settings?.add, stack);
  const hole = [...dropped, ...added].find(isUnresolved);
  if (hole !== undefined) return hole;
  const plain = (names: readonly Fact<string>[]): string[] =>
    names.map((name) => shown(name).replace(/^CAP_/, ''));
  const gone = plain(dropped);
  const left = gone.includes('ALL') ? [] : [...BY_DEFAULT, ...BEYOND].filter((name) => !gone.includes(name));
  return [...new Set([...left, ...plain(added), ...sharedWithHost(body)])];
}

/** What a container shares with its host gives it as much hold on it as a capability does. */
function sharedWithHost({ pid_mode: pid, ipc_mode: ipc, devices }: Json): string[] {
  return [
    ...(pid === 'host' ? ['HOST_PID'] : []),
    ...(ipc === 'host' ? ['HOST_IPC'] : []),
    ...(blocks(devices).length > 0 ? ['DEVICES'] : []),
  ];
}

function networkOf(body: Json, stack: TerraformStack): ContainerFact['network'] {
  const mode = readText(body.network_mode, stack);
  if (isUnresolved(mode)) return mode;
  return mode === 'none' || mode === 'host' ? mode : 'own';
}

/** Bind mounts and volumes, in either of the provider's two forms. */
function mountsOf(body: Json, stack: TerraformStack): Mount[] {
  const volumes = blocks(body.volumes).map((volume) => ({
    host: readText(volume.host_path ?? volume.volume_name ?? volume.from_container, stack),
    container: readText(volume.container_path, stack),
    readOnly: readFlag(volume.read_only, stack) ?? false,
  }));
  const mounts = blocks(body.mounts)
    .filter(({ type }) => type !== 'tmpfs')
    .map((mount) => ({
      host: readText(mount.source, stack),
      container: readText(mount.target, stack),
      readOnly: readFlag(mount.read_only, stack) ?? false,
    }));
  return [...volumes, ...mounts].map(({ host, container, readOnly }) => ({
    host: host ?? { unresolved: 'volumes' },
    container: container ?? { unresolved: 'volumes.container_path' },
    readOnly,
  }));
}

/** Labels come as blocks with `label` and `value`, or as a map. */
function labelsOf({ labels }: Json, stack: TerraformStack): Map<string, Fact<string>> {
  const pairs = blocks(labels).flatMap((one) =>
    typeof one.label === 'string' ? [[one.label, one.value] as const] : Object.entries(one),
  );
  return new Map(pairs.map(([name, value]) => [name, readText(value, stack) ?? '']));
}

function environmentOf({ env }: Json, stack: TerraformStack): Map<string, Fact<string>> {
  const listed = texts(env, stack).flatMap((pair) => {
    if (isUnresolved(pair)) return [];
    const [, name = '', value = ''] = /^([^=]+)=([\s\S]*)$/.exec(pair) ?? [];
    return [[name, value] as const];
  });
  const mapped = isJson(env)
    ? Object.entries(env).map(([name, value]) => [name, readText(value, stack) ?? ''] as const)
    : [];
  return new Map<string, Fact<string>>([...listed, ...mapped]);
}

function texts(list: unknown, stack: TerraformStack): Fact<string>[] {
  return (Array.isArray(list) ? (list as unknown[]) : []).map((item) => readText(item, stack) ?? '');
}
