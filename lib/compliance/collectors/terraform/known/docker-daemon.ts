import { isJson } from '../json.js';

const SIZE = /^[1-9]\d{0,2}[kmg]$/i;
const COUNT = /^[1-9]\d?$/;

/** Settings of Docker's daemon that take no filter away, open nothing and fill no disk. */
const KNOWN: Readonly<Record<string, (value: unknown) => boolean>> = {
  'live-restore': isSwitch,
  // On, it would answer readers itself, and hide their addresses.
  'userland-proxy': (value) => value === false,
  'no-new-privileges': isSwitch,
  iptables: (value) => value === true,
  ip6tables: isSwitch,
  'log-driver': (value) => value === 'json-file' || value === 'local' || value === 'journald',
  'log-opts': isBounded,
  'storage-driver': (value) => value === 'overlay2',
  'exec-opts': (value) => JSON.stringify(value) === '["native.cgroupdriver=systemd"]',
};

/** The keys of a `daemon.json` that nobody knows, or whose values undo what a host relies on. */
export function unknownOfDaemon(text: string): string[] {
  const settings = parsed(text);
  if (!isJson(settings)) return ['JSON'];
  return Object.entries(settings)
    .filter(([key, value]) => !(Object.hasOwn(KNOWN, key) && KNOWN[key]?.(value) === true))
    .map(([key, value]) => `"${key}": ${JSON.stringify(value)}`);
}

/** Whether the logs of containers that say nothing themselves come to an end. */
export function boundsLogs(text: string): boolean {
  const settings = parsed(text);
  if (!isJson(settings)) return false;
  return (
    settings['log-driver'] === 'local' ||
    settings['log-driver'] === 'journald' ||
    isBounded(settings['log-opts'])
  );
}

/** Whether options of Docker's log driver let no log grow without end. */
export function isBounded(options: unknown): boolean {
  if (!isJson(options)) return false;
  const { 'max-size': size, 'max-file': files = '1', ...others } = options;
  return (
    SIZE.test(String(size)) &&
    COUNT.test(String(files)) &&
    Object.keys(others).every((key) => HARMLESS.has(key))
  );
}

const HARMLESS = new Set(['compress', 'labels', 'tag', 'mode']);

function isSwitch(value: unknown): boolean {
  return typeof value === 'boolean';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
