import type { Directive } from './parse.js';

/** A value for the paths of a pattern, where it hangs on the path; `undefined` pattern: for all others. */
export interface Variant {
  readonly pattern: string | undefined;
  readonly value: string;
}

const PATH_VARIABLES = ['$uri', '$request_uri', '$document_uri'];

/** What a text with at most one variable comes to; `undefined` where it hangs on more than the path. */
export function variantsOf(text: string, http: readonly Directive[]): readonly Variant[] | undefined {
  const [variable, another] = text.match(/\$\{?\w+\}?/g) ?? [];
  if (variable === undefined) return [{ pattern: undefined, value: text }];
  const lines = linesOf(`$${variable.replace(/[${}]/g, '')}`, http);
  if (another !== undefined || lines === undefined) return undefined;
  const given = lines.map(({ name: key, args: [value = ''] }) => ({
    pattern: key === 'default' ? undefined : key,
    value: text.replace(variable, value),
  }));
  const otherwise = given.find(({ pattern }) => pattern === undefined);
  return [
    ...given.filter(({ pattern }) => pattern !== undefined),
    otherwise ?? { pattern: undefined, value: text.replace(variable, '') },
  ];
}

/** The lines of the map that gives a variable its value by the path. */
function linesOf(variable: string, http: readonly Directive[]): readonly Directive[] | undefined {
  const map = http.find(({ name, args }) => name === 'map' && args[1] === variable);
  if (map?.block === undefined || !PATH_VARIABLES.includes(map.args[0] ?? '')) return undefined;
  return map.block.filter(({ name }) => name !== 'hostnames' && name !== 'volatile');
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
