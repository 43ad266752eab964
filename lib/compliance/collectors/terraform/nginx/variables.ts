import type { Directive } from './parse.js';
import { matchesPath } from '../../../web-paths.js';

/** A value for the paths of a pattern, where it hangs on the path; `undefined` pattern: for all others. */
export interface Variant {
  readonly pattern: string | undefined;
  readonly value: string;
}

const PATH_VARIABLES = ['$uri', '$document_uri'];

/** Directives that give variables a value, and where among their words the variable stands. */
const GIVING: Readonly<Record<string, 0 | 1 | undefined>> = {
  set: 0,
  map: 1,
  geo: 1,
  split_clients: 1,
  auth_request_set: 0,
  perl_set: 0,
  js_set: 0,
  js_var: 0,
  set_by_lua: 0,
  set_by_lua_block: 0,
  set_by_lua_file: 0,
  secure_link_md5: undefined,
};

/** Everything below the directives, and themselves. */
export function everyDirective(directives: readonly Directive[]): Directive[] {
  return directives.flatMap((directive) => [directive, ...everyDirective(directive.block ?? [])]);
}

/** How many places give a variable its value; a group of an expression that bears its name is one. */
export function givenTimes(variable: string, directives: readonly Directive[]): number {
  const name = variable.slice(1);
  const group = new RegExp(`\\(\\?P?['<]${name.replace(/\W/g, '')}['>]`);
  return everyDirective(directives).filter((directive) => {
    const { name: kind, args } = directive;
    const place = Object.hasOwn(GIVING, kind) ? GIVING[kind] : undefined;
    // A `geo` may name its variable alone.
    const given = place === undefined ? undefined : (args[place] ?? args[0]);
    return given === variable || [kind, ...args].some((word) => group.test(word));
  }).length;
}

/** The map that alone gives a variable its value, with all its lines in sight. */
export function mapOf(variable: string, http: readonly Directive[]): Directive | undefined {
  const map = http.find(({ name, args }) => name === 'map' && args[1] === variable);
  if (map?.block === undefined || givenTimes(variable, http) !== 1) return undefined;
  return map.block.some(({ name }) => name === 'include' || name === 'hostnames') ? undefined : map;
}

/** What a map gives for a text; `undefined` where that can't be told. Plain keys come before expressions, in any case. */
export function lookUp({ block = [] }: Directive, text: string): string | undefined {
  const lines = (block ?? []).filter(({ name }) => name !== 'volatile');
  const own = lines.find(({ name }) => !isExpression(name) && keyOf(name) === text.toLowerCase());
  if (own !== undefined) return valueOf(own);
  for (const line of lines.filter(({ name }) => isExpression(name))) {
    const fits = matchesPath(line.name, text);
    if (fits === undefined) return undefined;
    if (fits) return valueOf(line);
  }
  const otherwise = lines.find(({ name }) => name === 'default');
  return otherwise === undefined ? '' : valueOf(otherwise);
}

function isExpression(key: string): boolean {
  return key.startsWith('~');
}

/** A key as nginx compares it; none for `default`. A backslash takes a word its meaning. */
function keyOf(key: string): string | undefined {
  return key === 'default' ? undefined : key.replace(/^\\/, '').toLowerCase();
}

function valueOf({ args: [value = ''] }: Directive): string | undefined {
  return value.includes('$') ? undefined : value;
}

/** What a text with at most one variable comes to; `undefined` where it hangs on more than the path. */
export function variantsOf(text: string, http: readonly Directive[]): readonly Variant[] | undefined {
  const [variable, another] = text.match(/\$\{?\w+\}?/g) ?? [];
  if (variable === undefined) return text.includes('$') ? undefined : [{ pattern: undefined, value: text }];
  const lines = linesOf(`$${variable.replace(/[${}]/g, '')}`, http);
  if (another !== undefined || lines === undefined) return undefined;
  const given = lines.map(({ name: key, args: [value = ''] }) => ({
    pattern: key === 'default' ? undefined : key,
    value: text.replace(variable, () => value),
  }));
  const otherwise = given.find(({ pattern }) => pattern === undefined);
  return [
    ...given.filter(({ pattern }) => pattern !== undefined),
    otherwise ?? { pattern: undefined, value: text.replace(variable, '') },
  ];
}

/** The lines of the map that gives a variable its value by the path; none where one of them can't be told for a path. */
function linesOf(variable: string, http: readonly Directive[]): readonly Directive[] | undefined {
  const map = mapOf(variable, http);
  if (map?.block === undefined || !PATH_VARIABLES.includes(map.args[0] ?? '')) return undefined;
  const lines = map.block.filter(({ name }) => name !== 'volatile');
  return lines.every(isPlainLine) ? lines : undefined;
}

/** nginx takes a key in any case, a path of a location in its own: where they differ, they can't be held together. */
function isPlainLine({ name: key, args: [value = ''] }: Directive): boolean {
  if (value.includes('$')) return false;
  if (isExpression(key)) return matchesPath(key, '/') !== undefined;
  return key === 'default' || (key.startsWith('/') && key === key.toLowerCase());
}

/** Whether a variable tells nothing but the method of a request, or its query. */
export function isOfTheRequest(condition: string, http: readonly Directive[]): boolean {
  const [, name = ''] = /^\(?\s*(\$\w+)/.exec(condition) ?? [];
  if (['$request_method', '$args', '$is_args', '$query_string', '$request_body'].includes(name)) return true;
  const map = http.find(({ name: kind, args }) => kind === 'map' && args[1] === name);
  return (
    map !== undefined &&
    isOfTheRequest(
      map.args[0] ?? '',
      http.filter((other) => other !== map),
    )
  );
}
