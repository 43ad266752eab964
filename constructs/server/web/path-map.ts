import { quoted } from './quoted.js';

/** A value of a header for the paths of a pattern; `*` stands for any text. */
export interface PathValue {
  readonly path: string;
  readonly value: string;
}

/**
 * A `map` of nginx that gives each path its value; `/*` is every other path, and a path without a value gets none.
 *
 * A header of `$variable` stands once in its server, so that no location's own headers can take it away. For a web
 * server of somebody else's there is `nginxHeaderRules`, which needs nothing outside of its own block.
 * @throws NGINX_VALUE_UNWRITABLE where a value can't be written in nginx's syntax
 */
export function pathMap(variable: string, values: readonly PathValue[], place: string): string {
  const lines = values.map(({ path, value }) => `    ${pattern(path, place)} ${quoted(value, place)};`);
  return [`  map $uri $${variable} {`, ...lines, '  }', ''].join('\n');
}

function pattern(path: string, place: string): string {
  if (path === '/*') return 'default';
  if (!path.includes('*')) return quoted(path, place);
  const parts = path.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\"]/g, '\\$&'));
  return `"~^${parts.join('.*')}$"`;
}
