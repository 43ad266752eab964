import { isUnresolved } from '../../../facts.js';
import type { HostFiles } from '../host-files.js';
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
const TARGETS = /^[\w@.\- ]*$/;
const SECONDS = /^\d{1,2}(?:s|sec)?$|^1\s*min$/;

const OF_UNIT: AllowedSettings = {
  'unit.description': ANYTHING,
  'unit.documentation': ANYTHING,
  'unit.defaultdependencies': /^(?:yes|no)$/,
  'unit.wants': TARGETS,
  'unit.requires': TARGETS,
  'unit.after': TARGETS,
  'unit.before': TARGETS,
  'unit.conflicts': /^shutdown\.target$/,
  'install.wantedby': TARGETS,
  'install.requiredby': TARGETS,
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
  if (path.endsWith('.timer')) {
    return {
      lines: [...unknownSettings(settings, TIMER), ...repeated(settings), ...neverStarts(settings)],
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
  ];
  return {
    lines,
    runs: programs.some(({ value }) => !isInert(value)) || others.some(({ key }) => key.startsWith('exec')),
  };
}

function isStart({ section, key }: Setting): boolean {
  return section === 'service' && (key === 'execstart' || key === 'execreload');
}

/** It loads a delivered rule set, or is a program of the toolkit's. */
function isKnownStart(value: string, files: HostFiles): boolean {
  const [program = '', ...rest] = shellWords(value) ?? [];
  if (rest.length === 0) return isKnownFile(program, files);
  const [flag = '', path = '', ...more] = rest;
  const loads = /^(?:\/usr)?\/sbin\/nft$/.test(program) && /^(?:-f|--file)$/.test(flag) && more.length === 0;
  // A rule set that is not delivered is told where the filter is read.
  return loads && path.startsWith('/');
}

function isInert(value: string): boolean {
  return /^(?:\/usr)?\/bin\/(?:true|false)$/.test(value);
}

/** A timer without a target is gone after the next start of the host. */
function neverStarts(settings: readonly Setting[]): string[] {
  return settings.some(({ section, key }) => section === 'install' && key === 'wantedby') ? [] : ['WantedBy'];
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
