import { isJson, at, blocks, type Json } from '../json.js';
import type { HostFiles } from '../host-files.js';
import type { CloudInit } from '../host/cloud-init.js';
import { isKnownCommand } from './commands.js';
import { PUBLIC_KEY } from './host-formats.js';
import { isKnownMode } from './modes.js';
import { isKnownPackage } from './packages.js';
import { shellWords } from './shell-words.js';
import { shown } from './shown.js';

/** Sections of user data, and what of each is not known; one that is not here is not known at all. */
const SECTIONS: Readonly<Record<string, (value: unknown, files: HostFiles) => readonly string[]>> = {
  hostname: nothing,
  fqdn: nothing,
  preserve_hostname: nothing,
  timezone: nothing,
  locale: nothing,
  final_message: nothing,
  package_update: nothing,
  package_upgrade: nothing,
  packages: (value) => texts(value).filter((name) => !isKnownPackage(name)),
  ssh_pwauth: nothing,
  disable_root: nothing,
  ssh_deletekeys: (value) => (value === true ? [] : [String(value)]),
  ssh_authorized_keys: unknownKeys,
  users: (value) => (Array.isArray(value) ? (value as unknown[]).flatMap(unknownOfUser) : ['users']),
  ntp: unknownOfClock,
  write_files: (value) => blocks(value).flatMap(unknownOfFile),
  runcmd: unknownCommands,
  bootcmd: unknownCommands,
};

/** Sections that touch who may log in, or the host's own clock and packages, and nothing that it serves. */
const OF_THE_HOST = [
  'users',
  'ssh_authorized_keys',
  'ntp',
  'ssh_deletekeys',
  'chpasswd',
  'password',
  'user',
  'groups',
  'ssh_import_id',
  'ssh_keys',
  'manage_etc_hosts',
];

/** The clock's section may install packages. */
const OF_ITS_PACKAGES = 'ntp: config ';

export interface UnknownSection {
  readonly lines: readonly string[];
  /** It can't have touched more than the host's accounts, or clock. */
  readonly ofHost: boolean;
}

/** What of the user data nobody knows, by its section. */
export function unknownOfUserData({ config }: CloudInit, files: HostFiles): UnknownSection[] {
  return Object.keys(config).map((name) => {
    const section = Object.hasOwn(SECTIONS, name) ? SECTIONS[name] : undefined;
    const lines =
      section === undefined ? [name] : section(at(config, name), files).map((line) => `${name}: ${line}`);
    return {
      lines,
      ofHost: OF_THE_HOST.includes(name) && !lines.some((line) => line.startsWith(OF_ITS_PACKAGES)),
    };
  });
}

/** The commands of the user data, in words where nothing else can come of them. */
export function commandsOf({ config }: CloudInit): string[] {
  const list = Array.isArray(config.runcmd) ? (config.runcmd as unknown[]) : [];
  return list.map((command) =>
    (Array.isArray(command) ? command.map(String) : (shellWords(String(command)) ?? [String(command)])).join(
      ' ',
    ),
  );
}

function nothing(): readonly string[] {
  return [];
}

function unknownCommands(value: unknown, files: HostFiles): readonly string[] {
  if (!Array.isArray(value)) return [String(value)];
  return (value as unknown[]).flatMap((command) => {
    const words = Array.isArray(command) ? command.map(String) : shellWords(String(command));
    const known = words !== undefined && isKnownCommand(words, files);
    return known ? [] : [Array.isArray(command) ? command.map(String).join(' ') : String(command)];
  });
}

/** Its module writes a file of which both the path and the text are read, or none. */
function unknownOfClock(value: unknown): readonly string[] {
  const config = at(value, 'config');
  const unknown = unknownNames(value, ['enabled', 'ntp_client', 'servers', 'pools', 'config'], 'ntp');
  if (config === undefined) return unknown;
  const path = at(config, 'confpath');
  const isWhole =
    typeof path === 'string' && PLAIN_PATH.test(path) && typeof at(config, 'template') === 'string';
  return [
    ...unknown,
    ...unknownNames(config, ['confpath', 'template'], 'config'),
    ...(isWhole ? [] : ['config confpath']),
  ];
}

const USER_KEYS = [
  'name',
  'gecos',
  'groups',
  'primary_group',
  'shell',
  'sudo',
  'lock_passwd',
  'ssh_authorized_keys',
  'ssh-authorized-keys',
  'uid',
  'homedir',
];
const SUDO =
  /^\s*ALL\s*=\s*\([\w: ]+\)\s*(?:(?:NOPASSWD|PASSWD|SETENV|NOSETENV)\s*:\s*)*(?:ALL|\/[\w./ -]+(?:,\s*\/[\w./ -]+)*)\s*$/i;

function unknownOfUser(user: unknown): string[] {
  if (user === 'default') return [];
  if (!isJson(user)) return [JSON.stringify(user)];
  const { lock_passwd: locked = true, sudo, homedir } = user;
  return [
    ...unknownNames(user, USER_KEYS, String(user.name)),
    ...(locked === true ? [] : [`${String(user.name)} lock_passwd`]),
    ...texts(sudo).filter((line) => !SUDO.test(line)),
    ...unknownKeys(user.ssh_authorized_keys ?? user['ssh-authorized-keys']),
    ...(homedir === undefined || /^\/home\/[\w-]+$/.test(shown(homedir)) ? [] : [shown(homedir)]),
  ];
}

function unknownKeys(keys: unknown): readonly string[] {
  return texts(keys).filter((key) => !PUBLIC_KEY.test(key.trim()));
}

/** One that does not climb. */
const PLAIN_PATH = /^\/(?!.*\/\.{0,2}\/)/;
const FILE_KEYS = ['path', 'content', 'encoding', 'permissions', 'owner', 'defer'];

function unknownOfFile(file: Json): string[] {
  const { permissions = '0644', path, owner = 'root:root' } = file;
  return [
    ...unknownNames(file, FILE_KEYS, String(path)),
    ...(isKnownMode(String(permissions)) ? [] : [`${String(path)} ${String(permissions)}`]),
    ...(owner === 'root:root' || !String(path).startsWith('/etc/')
      ? []
      : [`${String(path)} ${String(owner)}`]),
    ...(typeof path === 'string' && PLAIN_PATH.test(path) ? [] : [String(path)]),
  ];
}

function unknownNames(value: unknown, known: readonly string[], of: string): string[] {
  if (!isJson(value)) return [of];
  return Object.keys(value)
    .filter((name) => !known.includes(name))
    .map((name) => `${of} ${name}`);
}

function texts(value: unknown): string[] {
  const list = Array.isArray(value) ? (value as unknown[]) : [value];
  return list.flatMap((one) =>
    one === undefined || one === false || one === null ? [] : [String(Array.isArray(one) ? one[0] : one)],
  );
}
