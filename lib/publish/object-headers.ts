import mime from 'mime';

/** Paths and the Cache-Control stored with them: the first pattern that matches counts; `*` stands for any text. */
export type CacheControlRules = readonly { readonly path: string; readonly value: string }[];

/** Readers revalidate everything that no rule speaks of. */
const DEFAULT_CACHE_CONTROL = 'no-cache';
const DEFAULT_CONTENT_TYPE = 'application/octet-stream';

/** The headers under which a file of a cut is served; no charset is claimed, since the bytes are the institute's. */
export function objectHeaders(
  path: string,
  rules: CacheControlRules,
): { readonly contentType: string; readonly cacheControl: string } {
  const rule = rules.find(({ path: pattern }) => matches(pattern, `/${path}`));
  return {
    contentType: mime.getType(path) ?? DEFAULT_CONTENT_TYPE,
    cacheControl: rule?.value ?? DEFAULT_CACHE_CONTROL,
  };
}

function matches(pattern: string, path: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(path);
}
