/** Longest expression that is tried; no path that a rule asks for is long. */
const MAX_EXPRESSION = 200;

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
  const expression = pattern.slice(ignoresCase ? 2 : 1);
  if (expression.length > MAX_EXPRESSION) return undefined;
  try {
    return new RegExp(expression, ignoresCase ? 'i' : '').test(path);
  } catch {
    return undefined;
  }
}

/** One path of each kind that readers of a results site ask for. */
const READ = [
  '/',
  '/index.html',
  '/json/main.json',
  ...[
    'css',
    'js',
    'png',
    'jpg',
    'jpeg',
    'gif',
    'svg',
    'webp',
    'csv',
    'zip',
    'pdf',
    'tif',
    'txt',
    'xml',
    'woff2',
  ].map((ending) => `/a/b.${ending}`),
];

/** Whether a pattern takes in what readers ask for, rather than hidden files, a health check or the certificate's proof. */
export function isReadersPath(pattern: string): boolean {
  if (!pattern.startsWith('~')) return !/^\/(?:\.|[\w.-]*health|ping$|status$|nginx_status)/.test(pattern);
  return READ.some((path) => matchesPath(pattern, path) !== false);
}
