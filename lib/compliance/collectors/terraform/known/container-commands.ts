import type { WorkerSettings } from '../../../../worker-settings.js';
import { isUnresolved } from '../../../facts.js';
import type { Container } from '../containers.js';

/** Seconds between two looks of the worker. */
const SELDOM = 60;
const WITH_VALUE: Readonly<Record<string, RegExp>> = {
  '--every': /^[1-9]\d?$/,
  '--log': /^(?:json|text)$/,
  '--config': /^\/etc\/prep\/[\w.-]+$/,
  '--directory': /^\/srv\/[\w/-]+$/,
  '--archive': /^\/srv\/[\w/-]+$/,
  '--secret': /^\/run\/secrets\/[\w.-]+$/,
};

/** Commands of programs that serve or take packages; without one an image runs its own. */
const SERVERS = [
  /^nginx(?: -c \/etc\/[\w./-]+)?(?: -g daemon off;)?$/,
  /^(?:\/usr\/sbin\/)?sshd -D(?: -e)?(?: -f \/etc\/[\w./-]+)?$/,
  /^rsync --daemon --no-detach(?: --config=\/etc\/[\w./-]+)?$/,
];

/** Whether it is known what a container runs. */
export function isKnownCommandOf({ command, isWorker }: Container): boolean {
  if (command.some(isUnresolved)) return true;
  const words = command.map(String);
  if (words.length === 0) return true;
  return isWorker ? isWatchingSync(words) : SERVERS.some((known) => known.test(words.join(' ')));
}

/** `difusor sync --watch`, which ends by no option of its own. */
function isWatchingSync([verb, ...options]: readonly string[]): boolean {
  if (verb !== 'sync' || !options.includes('--watch')) return false;
  const rest = options.filter((option) => option !== '--watch');
  const names = rest.filter((_, index) => index % 2 === 0);
  return (
    new Set(names).size === names.length && names.every((name, at) => isKnownOption(name, rest[2 * at + 1]))
  );
}

function isKnownOption(name: string, value = ''): boolean {
  const known = Object.hasOwn(WITH_VALUE, name) ? WITH_VALUE[name] : undefined;
  return known?.test(value) === true && (name !== '--every' || Number(value) <= SELDOM);
}

/** Variables that steer nothing but what they say. */
const VARIABLES: Readonly<Record<string, RegExp>> = {
  TZ: /^[\w/+-]+$/,
  LANG: /^[\w.@-]+$/,
  ACME_DOMAIN: /^[\w.-]+$/,
  ACME_EMAIL: /^[^\s]+$/,
  // The public authorities: what another one signs may be nothing to readers' browsers.
  ACME_DIRECTORY:
    /^https:\/\/(?:acme-v02\.api\.letsencrypt\.org|acme\.zerossl\.com|api\.buypass\.com|dv\.acme-v02\.api\.pki\.goog|acme\.ssl\.com)\//,
  // 4096 or more: what goes beyond it is taken away before its days are past.
  LOG_MEGABYTES: /^(?:409[6-9]|4[1-9]\d{2}|[5-9]\d{3}|[1-9]\d{4,5})$/,
  TLS_CERTIFICATE: /^\/srv\/tls\/[\w./-]+$/,
  TLS_KEY: /^\/srv\/tls\/[\w./-]+$/,
  DIFUSOR_SETTINGS: /^/,
};

/** The variables of a container that nobody knows. */
export function unknownVariables({ environment }: Container): string[] {
  return [...environment]
    .filter(([name, value]) => {
      const known = Object.hasOwn(VARIABLES, name) ? VARIABLES[name] : undefined;
      return known === undefined || (!isUnresolved(value) && !known.test(value));
    })
    .map(([name]) => `env ${name}`);
}

/** What the file for people and the one for the judge both say. */
const SHARED = [
  'convocatoria',
  'cadenceMinutes',
  'takeDownMinutes',
] as const satisfies readonly (keyof WorkerSettings)[];

/** The values of a worker's own configuration that its delivered settings deny. */
export function deniedBy(
  settings: WorkerSettings,
  configuration: Readonly<Record<string, unknown>>,
): string[] {
  return SHARED.filter((name) => {
    const told = configuration[name];
    // A folder with a call of one's own is no id.
    return (
      told !== undefined && !(typeof told === 'string' && told.startsWith('./')) && told !== settings[name]
    );
  });
}
