import type { PathHeader } from '../../../lib/convocatorias/index.js';
import { quoted } from './quoted.js';

/**
 * The header rules of a call as nginx configuration, to include in the `server` block of a web server that a difusor
 * configures itself. The one that this package configures has its headers from `pathMap`.
 *
 * Each path gets a `location` of its own; `/*` is `location /`. nginx sends such a header with 200, 304 and the other
 * answers that succeed, and not with an error.
 * @throws NGINX_VALUE_UNWRITABLE where a value can't be written in nginx's syntax
 * @see puebla-2024 2.e, chiapas-2024 II.a
 * @example
 * nginxHeaderRules(loadConvocatoria('puebla-2024').headers);
 */
export function nginxHeaderRules(headers: readonly PathHeader[]): string {
  const paths = [...new Set(headers.map(({ path }) => path))];
  return paths
    .map((path) => {
      const own = headers.filter((header) => header.path === path);
      return `location ${locationOf(path)} {\n${own.map(directive).join('\n')}\n}\n`;
    })
    .join('');
}

function locationOf(path: string): string {
  return path === '/*' ? '/' : `= ${path}`;
}

function directive({ name, value, clause }: PathHeader): string {
  return `  add_header ${name} ${quoted(value, `${clause} ${name}`)}; # ${clause}`;
}
