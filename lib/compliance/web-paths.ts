import { plainExpression } from './plain-expression.js';

/**
 * Whether a path matches one of a web server's patterns: `/x` exactly, `/x*` what begins so, `~x` and `~*x` by a regular
 * expression; `undefined` where the expression can't be tried.
 */
export function matchesPath(pattern: string, path: string): boolean | undefined {
  if (pattern.startsWith('~')) return matchesExpression(pattern, path);
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : pattern === path;
}

/** The pattern that decides for a path: the first that matches, in the order given; `undefined` where none can be told. */
export function decidingPattern(patterns: readonly string[], path: string): string | undefined {
  for (const pattern of patterns) {
    const matches = matchesPath(pattern, path);
    if (matches === undefined) return undefined;
    if (matches) return pattern;
  }
  return undefined;
}

function matchesExpression(pattern: string, path: string): boolean | undefined {
  const ignoresCase = pattern.startsWith('~*');
  return plainExpression(pattern.slice(ignoresCase ? 2 : 1), ignoresCase)?.test(path);
}

/** Expressions that take in hidden files alone, however they go on. */
const HIDDEN = /^~\*?\^?\/\\\.(?:$|\(\?![\w.-]+\)$|[\w-]+(?:\$|\/)?$|\((?:\?:)?[\w|-]+\)\$?$)/;

/** Paths that no reader of results asks for: hidden ones, a health check, the state of the server. */
const ASIDE = /^\/(?:\..*|[\w.-]*health[\w.-]*|ping|status|nginx_status)\/?\*?$/;

/** Whether a pattern may take in what readers ask for, rather than hidden files, a health check or the certificate's proof. */
export function isReadersPath(pattern: string): boolean {
  return pattern.startsWith('~') ? !HIDDEN.test(pattern) : !ASIDE.test(pattern);
}
