import { isUnresolved } from '../../../facts.js';
import type { HostFiles } from '../host-files.js';
import { isRuleset } from '../nft/is-ruleset.js';
import { isKnownFile } from './commands.js';
import {
  readAssignments,
  repeated,
  unknownSettings,
  type AllowedSettings,
  type Setting,
} from './settings.js';
import { shellWords } from './shell-words.js';

const ANYTHING = /^/;
const UNITS = /^[\w@.\- ]*$/;
/** What each start of the host comes to, Docker's own service among it, which the readers ask for. */
const REACHED = /^(?:(?:local-fs|sysinit|basic|timers|multi-user|default)\.target|docker\.service)$/;
const STARTED = (value: string): boolean => value.split(/\s+/).every((unit) => REACHED.test(unit));
/** What a host has, and may be asked for by a unit without harm. */
const THERE =
  /^(?:(?:network|network-pre|network-online|time-sync|nss-lookup)\.target|(?:containerd|systemd-modules-load|systemd-journald|chrony)\.service|docker\.socket)$/;
const SECONDS = /^\d{1,2}(?:s|sec)?$|^1\s*min$/;

const OF_UNIT: AllowedSettings = {
  'unit.description': ANYTHING,
  'unit.documentation': ANYTHING,
  'unit.defaultdependencies': /^(?:yes|no)$/,
  'unit.wants': UNITS,
  'unit.requires': UNITS,
  'unit.after': UNITS,
  'unit.before': UNITS,
  'unit.conflicts': /^shutdown\.target$/,
  'install.wantedby': STARTED,
  'install.requiredby': STARTED,
};

/** Switches that take rights away from a program, and none that it needs. */
const CONFINED = [
  'nonewprivileges',
  'privatetmp',
  'privatedevices',
  'restrictsuidsgid',
  'protectkernelmodules',
  'protectkerneltunables',
  'protectcontrolgroups',
  'protectclock',
  'protecthostname',
  'lockpersonality',
  'restrictrealtime',
];

const SERVICE: AllowedSettings = {
  ...OF_UNIT,
  'service.type': /^(?:oneshot|simple|exec)$/,
  'service.remainafterexit': /^(?:yes|no)$/,
  'service.timeoutstartsec': /^\d{1,2}s?$/,
  'service.statedirectory': /^[\w-]+$/,
  'service.environmentfile': /^\/etc\/[\w./-]+$/,
  'service.restart': /^(?:on-failure|always|no)$/,
  'service.restartsec': /^\d{1,2}s?$/,
  'service.protectsystem': /^(?:yes|full|strict)$/,
  'service.protecthome': /^(?:yes|read-only|tmpfs)$/,
  ...Object.fromEntries(CONFINED.map((name) => [`service.${name}`, /^(?:yes|true|no|false)$/])),
};

const TIMER: AllowedSettings = {
  ...OF_UNIT,
  'timer.oncalendar': ANYTHING,
  'timer.onunitactivesec': ANYTHING,
  'timer.onunitinactivesec': ANYTHING,
  'timer.onbootsec': SECONDS,
  'timer.onactivesec': SECONDS,
  'timer.onstartupsec': SECONDS,
  'timer.accuracysec': SECONDS,
  'timer.persistent': /^(?:true|false|yes|no)$/,
};

/** What nobody knows of a unit of systemd, and whether that may be anything that root can do. */
export interface UnknownUnit {
  readonly lines: readonly string[];
  readonly runs: boolean;
}

/** Looks through `/etc/systemd/system/*.service` and `*.timer`; any other kind of unit is not known. */
export function unknownOfUnit(path: string, content: string, files: HostFiles): UnknownUnit {
  const settings = readAssignments(content);
  const strangers = asksForStrangers(settings, files);
  if (path.endsWith('.timer')) {
    return {
      lines: [
        ...unknownSettings(settings, TIMER),
        ...repeated(settings),
        ...neverStarts(settings),
        ...strangers,
      ],
      runs: false,
    };
  }
  if (!path.endsWith('.service')) return { lines: [path], runs: true };
  const [starts, others] = [settings.filter(isStart), settings.filter((setting) => !isStart(setting))];
  const programs = starts.filter(({ value }) => !isKnownStart(value, files));
  const lines = [
    ...unknownSettings(others, SERVICE),
    ...repeated(settings.filter(({ section }) => section === 'service')),
    ...programs.map(({ line }) => line),
    ...(starts.length > 0 ? [] : ['ExecStart']),
    ...strangers,
    ...(files.has(path.replace(/service$/, 'timer')) ? staysUp(others) : []),
  ];
  return {
    lines,
    runs:
      programs.some(({ value }) => !isInert(value) && rulesOf(value) === undefined) ||
      others.some(({ key }) => key.startsWith('exec')),
  };
}

function isStart({ section, key }: Setting): boolean {
  return section === 'service' && (key === 'execstart' || key === 'execreload');
}

/** It loads a delivered rule set, or is a program of the toolkit's. */
function isKnownStart(value: string, files: HostFiles): boolean {
  const path = rulesOf(value);
  if (path === undefined) return isKnownFile(value, files);
  const rules = files.get(path);
  return rules !== undefined && isRuleset(rules);
}

/** The file that nft loads, which can change the filter and nothing else of the host. */
function rulesOf(value: string): string | undefined {
  const [program = '', flag = '', path, ...more] = shellWords(value) ?? [];
  const loads = /^(?:\/usr)?\/sbin\/nft$/.test(program) && /^(?:-f|--file)$/.test(flag);
  return loads && more.length === 0 ? path : undefined;
}

function isInert(value: string): boolean {
  return /^(?:\/usr)?\/bin\/(?:true|false)$/.test(value);
}

/**
 * A timer without a target is gone after the next start of the host, and one that only counts from the last time that its
 * unit ran waits for a first one.
 */
function neverStarts(settings: readonly Setting[]): string[] {
  const names = settings.map(({ section, key }) => `${section}.${key}`);
  return [
    ...(names.includes('install.wantedby') ? [] : ['WantedBy']),
    ...(FIRST_TIMES.some((name) => names.includes(name)) ? [] : ['OnCalendar']),
  ];
}

const FIRST_TIMES = ['timer.oncalendar', 'timer.onbootsec', 'timer.onactivesec', 'timer.onstartupsec'];

/** Units without which this one does not start, or that start with it, and that nobody knows. */
function asksForStrangers(settings: readonly Setting[], files: HostFiles): string[] {
  const known = (unit: string): boolean =>
    unit === '' || REACHED.test(unit) || THERE.test(unit) || files.has(`/etc/systemd/system/${unit}`);
  return settings
    .filter(({ section, key }) => section === 'unit' && (key === 'wants' || key === 'requires'))
    .filter(({ value }) => !value.split(/\s+/).every(known))
    .map(({ line }) => line);
}

/** What a timer starts has to end: it starts nothing that still is. */
function staysUp(settings: readonly Setting[]): string[] {
  return settings
    .filter(({ key, value }) => key === 'remainafterexit' && value !== 'no')
    .map(({ line }) => line);
}

/** Files of variables that units read. */
export function environmentFiles(files: HostFiles): string[] {
  return [...files.values()].flatMap(({ path, content }) => {
    if (!/^\/etc\/systemd\/system\/[^/]+\.service$/.test(path) || isUnresolved(content)) return [];
    return readAssignments(content).flatMap(({ key, value }) =>
      key === 'environmentfile' ? value.replace(/^-/, '') : [],
    );
  });
}
