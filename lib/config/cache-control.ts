import type { Convocatoria } from '../convocatorias/index.js';
import type { WorkerSettings } from '../worker-settings.js';

type CacheControl = WorkerSettings['cacheControl'];

/** Every path. */
const ANY = '/*';

/**
 * The Cache-Control of each path: what the call demands, exact paths before patterns, else `no-cache`, with which a
 * copy is kept and asked about each time.
 * @see bcs-2024 II.c
 */
export function cacheControlOf({ headers }: Pick<Convocatoria, 'headers'>): CacheControl {
  const demanded = headers
    .filter(({ name }) => name.toLowerCase() === 'cache-control')
    .map(({ path, value }) => ({ path, value }))
    .sort((a, b) => reach(a.path) - reach(b.path));
  return demanded.some(({ path }) => path === ANY)
    ? demanded
    : [...demanded, { path: ANY, value: 'no-cache' }];
}

function reach(path: string): number {
  if (path === ANY) return 2;
  return path.includes('*') ? 1 : 0;
}
