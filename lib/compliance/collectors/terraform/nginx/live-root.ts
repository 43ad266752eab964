import { posix } from 'node:path';
import type { Directive } from './parse.js';
import { givenTimes, mapOf } from './variables.js';

const ROOTS = ['$realpath_root', '$document_root'];
const MAX_STEPS = 4;

/** A server, and what stands around it. */
export interface Around {
  readonly server: readonly Directive[];
  readonly http: readonly Directive[];
  /** The folder of the server itself, as written. */
  readonly root: string | undefined;
}

/** Whether a location's own folder is a variable of the server's level that stands for the server's folder. */
export function isServerFolder(variable: string, around: Around): boolean {
  return setOnce(variable, around) !== undefined && standsForRoot(variable, around);
}

/**
 * Whether a variable stands for the folder of the server, resolved or not, however it was passed on: set once on the
 * server's own level after what it is set to, or by a map that gives on each folder of a cut as it is.
 */
function standsForRoot(
  variable: string,
  around: Around,
  before = around.server.length,
  steps = MAX_STEPS,
): boolean {
  if (ROOTS.includes(variable)) return true;
  if (steps === 0 || !/^\$\w+$/.test(variable)) return false;
  const source = mapSource(variable, around);
  if (source !== undefined) return standsForRoot(source, around, before, steps - 1);
  return isSetToRoot(variable, around, before, steps - 1);
}

function isSetToRoot(variable: string, around: Around, before: number, steps: number): boolean {
  const place = setOnce(variable, around) ?? before;
  const value = around.server[place]?.args[1] ?? '';
  return place < before && standsForRoot(value, around, place, steps);
}

/** Where a server sets a variable, if nothing else gives it a value but the known way to the copies. */
function setOnce(variable: string, around: Around): number | undefined {
  const { server, http } = around;
  const times = givenTimes(variable, [...server, ...http.filter(({ name }) => name !== 'server')]);
  const again = server.filter((directive) => isSetToPlain(directive, variable, around)).length;
  const place = server.findIndex(({ name, args }) => name === 'set' && args[0] === variable);
  return place >= 0 && times === 1 + again ? place : undefined;
}

/**
 * What a map gives on as it is for every folder of the site, where all else leads to a folder that is not there: the
 * folder itself, or a group that holds the whole of it.
 */
function mapSource(variable: string, { http, root }: Around): string | undefined {
  const { source, lines } = tableOf(variable, http);
  const site = siteOf(root);
  const end = ['default', `${site}/nothing`];
  const folders = `${site}/(?:cuts|pages)/[^/]+`;
  const group = groupIn(lines);
  if (sameLines(lines, [[`~^${folders}$`, source], end])) return source;
  const held = sameLines(lines, [[`~^(?<${group}>${folders})$`, `$${group}`], end]);
  return held && givenTimes(`$${group}`, http) === 1 ? source : undefined;
}

/** Whether a block is `if (-f $plain$uri) { set $folder $plain; }`. */
export function isPlainCopy(directive: Directive, around: Around): boolean {
  const variable = directive.block?.[0]?.args[0] ?? '';
  const place = around.server.indexOf(directive);
  const set = around.server.findIndex(({ name, args }) => name === 'set' && args[0] === variable);
  return set >= 0 && set < place && isSetToPlain(directive, variable, around);
}

/**
 * The files of the live cut that must not be sent compressed stand a second time in a folder of the same cut: what is
 * there is the same file of the same cut.
 */
function isSetToPlain({ name, args, block }: Directive, variable: string, around: Around): boolean {
  const [only, another] = block ?? [];
  if (name !== 'if' || only?.name !== 'set' || another !== undefined || only.args[0] !== variable)
    return false;
  const plain = only.args[1] ?? '';
  return (
    args.join(' ') === `(-f ${plain}$uri)` &&
    isPlainFolder(
      plain,
      around,
      around.server.findIndex((one) => one.block === block),
    )
  );
}

function isPlainFolder(variable: string, around: Around, before: number): boolean {
  const { source, lines } = tableOf(variable, around.http);
  const name = groupIn(lines);
  const site = siteOf(around.root);
  const known = [
    [`~^${site}/cuts/(?<${name}>[^/]+)$`, `${site}/plain/$${name}`],
    ['default', `${site}/nothing`],
  ];
  const told = standsForRoot(source, around, before) && givenTimes(`$${name}`, around.http) === 1;
  return told && sameLines(lines, known);
}

type Line = readonly [key: string, value: string];

/** The map that gives a variable its value: by what, and its lines. */
function tableOf(variable: string, http: readonly Directive[]): { source: string; lines: readonly Line[] } {
  const map = mapOf(variable, http);
  const lines = (map?.block ?? []).map(({ name, args }) => [name, args.join(' ')] as const);
  return { source: map?.args[0] ?? '', lines };
}

/** The named group of the first line. */
function groupIn([first]: readonly Line[]): string {
  return /\(\?<(\w+)>/.exec(first?.[0] ?? '')?.[1] ?? '';
}

/** The folder in which the link to the live cut lies. */
function siteOf(root = ''): string {
  return posix.dirname(root);
}

function sameLines(lines: readonly Line[], known: readonly (readonly string[])[]): boolean {
  return JSON.stringify(lines) === JSON.stringify(known);
}

/** Whether what is written out is the link that a worker turns to each new cut. */
export function isLiveLink(root: string): boolean {
  return posix.basename(root) === 'live';
}
