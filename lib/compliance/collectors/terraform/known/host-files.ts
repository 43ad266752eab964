import { isUnresolved, type FactArea } from '../../../facts.js';
import type { Container } from '../containers.js';
import type { HostFile, HostFiles } from '../host-files.js';
import { isRuleset } from '../nft/is-ruleset.js';
import { ANYTHING_OF_ROOT } from './areas.js';
import { HOST_FORMATS } from './host-formats.js';
import { isKnownProgram } from './known-programs.js';
import { environmentFiles, unknownOfUnit } from './unit-files.js';
import { OF_WATCH, unknownOfWatch } from './watch-environment.js';

/** Folders from which a host is run: what lies there has to be known. A stray file elsewhere is nobody's affair. */
const STEERING =
  /^\/(?:etc|usr|lib\w*|s?bin|root|home|boot|opt|run|proc|sys|dev|var\/(?:spool|lib\/(?:docker|cloud|dpkg|systemd)))\//;
/** Web servers of the host itself have a reader of their own. */
const NGINX = '/etc/nginx/';
const UNIT = /^\/etc\/systemd\/system\/[^/]+$/;

/** The facts that a file of each kind feeds, and that it may spoil. */
const AREAS: readonly (readonly [path: RegExp, areas: readonly FactArea[]])[] = [
  [/^\/etc\/docker\//, ['hosts', 'containers', 'webServers']],
  [/^\/etc\/logrotate/, ['hosts', 'webServers']],
  [
    /^\/etc\/(?:ssh|sudoers\.d|chrony|fail2ban|sysctl\.d|modules-load\.d|apt|systemd\/(?:journald|timesyncd)\.conf)/,
    ['hosts'],
  ],
  [/\/authorized_keys$/, ['hosts']],
];

/** What of a file nobody knows, and the facts that may be other than they seem. */
export interface UnknownFile {
  readonly lines: readonly string[];
  readonly areas: readonly FactArea[];
}

/** Looks through a delivered file from which a host is run. */
export function unknownOfHostFile(
  file: HostFile,
  files: HostFiles,
  containers: readonly Container[],
): UnknownFile {
  const { path, content } = file;
  if (!STEERING.test(path) || path.startsWith(NGINX)) return { lines: [], areas: [] };
  const areas = areasOf(path);
  if (isUnresolved(content)) return { lines: [content.unresolved], areas };
  // Rules of nftables have a reader of their own, and the toolkit's programs are known by what they are.
  if (isRuleset(file) || isKnownProgram(content)) return { lines: [], areas };
  return unknownInText(path, content, files, containers);
}

function unknownInText(
  path: string,
  content: string,
  files: HostFiles,
  containers: readonly Container[],
): UnknownFile {
  if (environmentFiles(files).includes(path)) return unknownOfEnvironment(content, containers);
  if (UNIT.test(path)) return unknownOfSystemd(path, content, files);
  const [, unknown] = HOST_FORMATS.find(([form]) => form.test(path)) ?? [];
  return { lines: unknown?.(content) ?? ['?'], areas: areasOf(path) };
}

function unknownOfEnvironment(content: string, containers: readonly Container[]): UnknownFile {
  const lines = unknownOfWatch(content, containers);
  return { lines, areas: lines.every((line) => OF_WATCH.test(line)) ? ['alarms'] : ['hosts', 'alarms'] };
}

function unknownOfSystemd(path: string, content: string, files: HostFiles): UnknownFile {
  const { lines, runs } = unknownOfUnit(path, content, files);
  if (runs) return { lines, areas: ANYTHING_OF_ROOT };
  return { lines, areas: path.endsWith('.timer') ? ['alarms'] : ['hosts', 'alarms'] };
}

/** The facts that what a path holds may spoil. */
export function areasOf(path: string): readonly FactArea[] {
  if (!STEERING.test(path)) return [];
  return AREAS.find(([form]) => form.test(path))?.[1] ?? ANYTHING_OF_ROOT;
}
