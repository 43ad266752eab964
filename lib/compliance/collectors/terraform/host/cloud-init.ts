import { gunzipSync } from 'node:zlib';
import { parse } from 'yaml';
import type { Fact } from '../../../facts.js';
import { at, blocks, isJson, type Json } from '../json.js';
import type { HostFile } from '../host-files.js';

/** Bytes of one unpacked file; user data is 16 to 64 KB in most clouds. */
const MAX_BYTES = 4_000_000;
const MAX_ALIASES = 20;

/** What a host's user data says. */
export interface CloudInit {
  readonly resource: string;
  readonly config: Json;
  readonly files: readonly HostFile[];
  /** Shell lines that it runs, in their order. */
  readonly commands: readonly string[];
}

/** The user data as cloud-init reads it; `undefined` where it is not `#cloud-config` in YAML. */
export function readCloudInit(text: string, resource: string): CloudInit | undefined {
  if (!/^#cloud-config\s*$/m.test(text.split('\n', 5).join('\n'))) return undefined;
  const config = parseYaml(text);
  if (!isJson(config)) return undefined;
  return {
    resource,
    config,
    files: [
      ...blocks(config.write_files).flatMap((file) => fileOf(file, resource)),
      ...clockFile(config, resource),
    ],
    commands: [config.bootcmd, config.runcmd].flatMap(commandsOf),
  };
}

function parseYaml(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: MAX_ALIASES, uniqueKeys: true }) as unknown;
  } catch {
    return undefined;
  }
}

function fileOf(file: Json, resource: string): HostFile[] {
  const { path } = file;
  return typeof path === 'string' ? [{ path, content: contentOf(file), resource }] : [];
}

/** cloud-init's own module writes this one, by a template of jinja's; one with expressions can't be read. */
function clockFile({ ntp }: Json, resource: string): HostFile[] {
  const config = at(ntp, 'config');
  const [path, template] = [at(config, 'confpath'), at(config, 'template')];
  if (typeof path !== 'string' || typeof template !== 'string' || at(ntp, 'enabled') === false) return [];
  const content = template.replace(/^## template:jinja\n/, '');
  return [
    { path, content: /\{[{%#]/.test(content) ? { unresolved: 'ntp.config.template' } : content, resource },
  ];
}

function contentOf({ path, content = '', encoding = 'text/plain', append }: Json): Fact<string> {
  const hole = { unresolved: `write_files: ${String(path)}` };
  if (typeof content !== 'string' || append === true) return hole;
  if (encoding === 'text/plain') return content;
  return unpacked(content, String(encoding)) ?? hole;
}

function unpacked(content: string, encoding: string): string | undefined {
  const packed = /^(?:gz|gzip)/.test(encoding);
  if (!/(?:^|\+)(?:b64|base64)$/.test(encoding)) return undefined;
  try {
    const bytes = Buffer.from(content, 'base64');
    return (packed ? gunzipSync(bytes, { maxOutputLength: MAX_BYTES }) : bytes).toString('utf8');
  } catch {
    return undefined;
  }
}

/** A command is a line for the shell, or a list of words. */
function commandsOf(list: unknown): string[] {
  return (Array.isArray(list) ? (list as unknown[]) : []).flatMap((command) => {
    if (typeof command === 'string') return [command];
    return Array.isArray(command) ? [command.map(String).join(' ')] : [];
  });
}

/** Names of the packages that it installs. */
export function packagesOf({ config: { packages } }: CloudInit): string[] {
  return (Array.isArray(packages) ? (packages as unknown[]) : []).flatMap((one) => {
    if (typeof one === 'string') return [one];
    return Array.isArray(one) && typeof one[0] === 'string' ? [one[0]] : [];
  });
}

/** A switch of the user data, e.g. `ssh_pwauth`; undefined where it says nothing. */
export function switchOf({ config }: CloudInit, key: string): boolean | undefined {
  const value = at(config, key);
  if (typeof value === 'boolean') return value;
  return typeof value === 'string' ? /^(?:true|yes|on|1)$/i.test(value) : undefined;
}
