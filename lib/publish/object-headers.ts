import mime from 'mime';

/** Paths and the Cache-Control stored with them: the first pattern that matches counts; `*` stands for any text. */
export type CacheControlRules = readonly { readonly path: string; readonly value: string }[];

/** The headers under which a file of a cut is served; no charset is claimed, since the bytes are the institute's. */
export interface ObjectHeaders {
  readonly contentType: string;
  readonly cacheControl: string;
}

/** Readers revalidate everything that no rule speaks of. */
const DEFAULT_CACHE_CONTROL = 'no-cache';
const DEFAULT_CONTENT_TYPE = 'application/octet-stream';

/** Reads the rules once, for all the files of a cut. */
export function objectHeaders(rules: CacheControlRules): (path: string) => ObjectHeaders {
  const patterns = rules.map(({ path, value }) => ({ pattern: patternOf(path), value }));
  return (path) => ({
    contentType: mime.getType(path) ?? DEFAULT_CONTENT_TYPE,
    cacheControl: patterns.find(({ pattern }) => pattern.test(`/${path}`))?.value ?? DEFAULT_CACHE_CONTROL,
  });
}

function patternOf(path: string): RegExp {
  const parts = path.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}
