import { isJson } from '../json.js';
import { isBounded } from './docker-daemon.js';

type Known = (value: unknown) => boolean;

const anything: Known = () => true;
const flag: Known = (value) => typeof value === 'boolean';
const none: Known = (value) => value === undefined || value === null;

/** Folders in memory that hide no delivered file and no data. */
const IN_MEMORY = /^\/(?:tmp|run(?:\/[\w-]+)?|var\/run|var\/cache\/nginx|var\/tmp)$/;
const MEMORY_OPTIONS =
  /^(?:rw|noexec|exec|nosuid|nodev|mode=[01]?[0-7]{3}|uid=\d+|gid=\d+|size=[1-9]\d*[kmg]?)$/;
const SECURITY = /^(?:no-new-privileges(?::true)?|apparmor=docker-default)$/;
/** Rights that give no hold on the host; others are told by their own fact, or are not known. */
const MILD =
  /^(?:CAP_)?(?:SETUID|SETGID|SYS_CHROOT|NET_BIND_SERVICE|CHOWN|KILL|SYS_ADMIN|SYS_MODULE|SYS_PTRACE|SYS_RAWIO|NET_ADMIN|DAC_READ_SEARCH|BPF|ALL)$/;
const MEGABYTES = 64;

/** Arguments of a container of the docker provider, and the values that are known to be harmless. */
const ARGUMENTS: Readonly<Record<string, Known>> = {
  '//': anything,
  name: (value) => typeof value === 'string' && /^[\w][\w.-]*$/.test(value),
  hostname: anything,
  image: (value) => typeof value === 'string',
  depends_on: anything,
  labels: anything,
  lifecycle: anything,
  // Each of these is looked at by itself.
  command: anything,
  env: anything,
  ports: anything,
  volumes: (value) => blocksWith(value, ['host_path', 'volume_name', 'container_path', 'read_only']),
  mounts: (value) => blocksWith(value, ['type', 'source', 'target', 'read_only', 'tmpfs_options']),
  user: anything,
  // Their facts tell of these.
  restart: anything,
  privileged: anything,
  network_mode: (value) => value === 'none' || value === 'bridge' || value === 'host' || isReference(value),
  networks_advanced: (value) => blocksWith(value, ['name', 'aliases', 'ipv4_address']),
  capabilities: (value) =>
    blocksWith(value, ['drop', 'add']) && listsOf(value, 'add').every((name) => MILD.test(name)),
  entrypoint: none,
  start: (value) => value === true,
  must_run: (value) => value === true,
  init: flag,
  wait: flag,
  wait_timeout: (value) => typeof value === 'number',
  remove_volumes: flag,
  destroy_grace_seconds: (value) => typeof value === 'number',
  read_only: (value) => value === true,
  security_opts: (value) => textsOf(value).every((option) => SECURITY.test(option)),
  tmpfs: (value) =>
    isJson(value) && Object.entries(value).every(([path, options]) => isKnownMemory(path, options)),
  log_driver: (value) => value === 'json-file' || value === 'local' || value === 'journald',
  log_opts: isBounded,
  memory: (value) => typeof value === 'number' && value >= MEGABYTES,
  memory_swap: (value) => typeof value === 'number',
  memory_reservation: (value) => typeof value === 'number',
  shm_size: (value) => typeof value === 'number',
  cpu_shares: (value) => typeof value === 'number',
  ulimit: isKnownLimit,
  stop_signal: (value) => /^SIG(?:TERM|QUIT|INT)$/.test(String(value)),
  stop_timeout: (value) => typeof value === 'number' && value >= 1,
  healthcheck: (value) => !JSON.stringify(value ?? '').includes('"NONE"'),
};

/** The arguments of a container that nobody knows, or whose values are not known to be harmless. */
export function unknownSettingsOf(body: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(body)
    .filter(([key, value]) => !(Object.hasOwn(ARGUMENTS, key) && ARGUMENTS[key]?.(value) === true))
    .map(([key, value]) => `${key}: ${JSON.stringify(value).slice(0, 80)}`);
}

function blocksWith(value: unknown, known: readonly string[]): boolean {
  const list = Array.isArray(value) ? (value as unknown[]) : [value];
  return list.every((block) => isJson(block) && Object.keys(block).every((key) => known.includes(key)));
}

function listsOf(value: unknown, key: string): string[] {
  const list = Array.isArray(value) ? (value as unknown[]) : [value];
  return list.flatMap((block) => (isJson(block) ? textsOf(block[key]) : []));
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : value === undefined ? [] : [JSON.stringify(value)];
}

/** What only an apply knows is a hole of its own. */
function isReference(value: unknown): boolean {
  return typeof value === 'string' && value.includes('${');
}

function isKnownMemory(path: string, options: unknown): boolean {
  const words = String(options).split(',');
  return IN_MEMORY.test(path) && words.every((word) => word === '' || MEMORY_OPTIONS.test(word));
}

const LEAST: Readonly<Record<string, number>> = { nofile: 1024, nproc: 32 };

function isKnownLimit(value: unknown): boolean {
  const list = Array.isArray(value) ? (value as unknown[]) : [value];
  return list.every((limit) => {
    if (!isJson(limit)) return false;
    const least = LEAST[String(limit.name)];
    return least !== undefined && Number(limit.soft) >= least && Number(limit.hard) >= least;
  });
}
