import type { Fact } from '../../../facts.js';
import type { HostFiles } from '../host-files.js';
import { isKnownCommand } from './commands.js';
import { isKnownProgram, KNOWN_PROGRAMS } from './known-programs.js';
import { isKnownMode } from './modes.js';
import { isKnownPackage } from './packages.js';
import { programDigest } from './program-digest.js';
import { shellWords } from './shell-words.js';

/** What a set-up script does, apart from the toolkit's own functions. */
export interface SetUpScript {
  readonly accounts: readonly string[];
  /** Commands by which what it writes comes to count. */
  readonly commands: readonly string[];
  /** Lines that nobody knows. */
  readonly unknown: readonly string[];
}

/** A file that a script brings. */
export interface ScriptFile {
  readonly path: string;
  readonly content: Fact<string>;
}

const PUT = /^put '([^'\n]+)' (\d{4}) (\S+) <<'(END_OF_FILE_*)'\n([\s\S]*?)^\4$\n?/gm;
const FUNCTION = /^(check|apply)_(\w+)\(\) \{\n((?: {2}.*\n)+)\}\n/gm;
const CALL = /^(?:packages|account|settle) [\w. ,+-]+$/;
/** The first lines of a script that nobody knows are enough to find it. */
const MOST_TOLD = 5;
const PREAMBLE = /^(?:set -[eux]+|umask 0[0-7]{2}|PATH=[\w/:]+|export DEBIAN_FRONTEND=noninteractive)$/;

/** The files that a script of the toolkit's brings. */
export function filesOfScript(text: string): ScriptFile[] {
  return [...text.matchAll(PUT)].map(([, path = '', , , , content = '']) => ({ path, content }));
}

/** Reads a script, the toolkit's or one of plain commands; its files are known by then. */
export function readSetUpScript(text: string, files: HostFiles): SetUpScript {
  const puts = [...text.matchAll(PUT)];
  const rest = text.replace(PUT, '');
  const lines = rest.replace(FUNCTION, '').split('\n');
  if (!isKnownProgram(skeletonOf(text))) return plainScript(rest, files);
  const parts = [...rest.matchAll(FUNCTION)].map(([, kind = '', name = '', body = '']) => ({
    kind,
    name,
    lines: body.split('\n').flatMap(commandOf),
  }));
  const calls = lines.filter((line) => CALL.test(line)).map((line) => line.split(' '));
  return {
    accounts: calls.flatMap(([verb, name]) => (verb === 'account' ? (name ?? []) : [])),
    commands: parts.flatMap((part) =>
      part.kind === 'apply' ? part.lines.filter((line) => line !== 'true') : [],
    ),
    unknown: [
      ...puts
        .filter(([, , mode = '', owner]) => !isKnownMode(mode) || owner !== 'root:root')
        .map(([line]) => line),
      ...parts.flatMap((part) => part.lines.filter((line) => !isKnown(line, files))),
      ...calls.flatMap(unknownPackages),
      ...unsettled(parts, calls),
    ],
  };
}

/** The version of Ubuntu without which a script of the toolkit's does nothing; absent where it takes others, or is none. */
export function ubuntuOf(text: string): string | undefined {
  const skeleton = skeletonOf(text);
  if (programDigest(skeleton) !== KNOWN_PROGRAMS['set-up']) return undefined;
  return /'ubuntu (\d\d\.\d\d)'/.exec(skeleton)?.[1];
}

/** What is in each script of the toolkit's: all but its files, the functions of its parts, and what calls them. */
function skeletonOf(text: string): string {
  const lines = text.replace(PUT, '').replace(FUNCTION, '').split('\n');
  return lines.filter((line) => line !== '' && !CALL.test(line)).join('\n');
}

/** A script of commands alone, of which each is known. */
function plainScript(text: string, files: HostFiles): SetUpScript {
  const lines = text.split('\n').map((line) => line.trim());
  const commands = lines.filter((line) => line !== '' && !line.startsWith('#') && !PREAMBLE.test(line));
  const unknown = commands.filter((line) => !isKnown(line, files));
  return { accounts: [], commands, unknown: unknown.slice(0, MOST_TOLD) };
}

function isKnown(line: string, files: HostFiles): boolean {
  const words = shellWords(line);
  return words !== undefined && isKnownCommand(words, files);
}

/** One command a line, each but the last with `&&`. */
function commandOf(line: string): string[] {
  const command = line.trim().replace(/ &&$/, '');
  return command === '' ? [] : [command];
}

function unknownPackages([verb, ...names]: readonly string[]): string[] {
  return verb === 'packages' ? names.filter((name) => !isKnownPackage(name)) : [];
}

/** What is prepared and never comes to count, or the other way round. */
function unsettled(
  parts: readonly { readonly kind: string; readonly name: string }[],
  calls: readonly string[][],
): string[] {
  const settled = calls.flatMap(([verb, name = '']) => (verb === 'settle' ? name.replaceAll('-', '_') : []));
  const prepared = parts.filter(({ kind }) => kind === 'apply').map(({ name }) => name);
  return [
    ...prepared.filter((name) => !settled.includes(name)),
    ...settled.filter((name) => !prepared.includes(name)),
  ].map((name) => `settle ${name}`);
}
