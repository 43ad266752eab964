import { createHash } from 'node:crypto';

/** The line with which the construct gives the function its pages: nothing may follow it. */
const PAGES = /^const EDGE_PAGES = (\{.*\});\n?$/;

/**
 * SHA-256, in hex, of an edge function's code without the difusor's own pages, which differ from site to site.
 * What is more than pages, e.g. code after them, counts as code.
 */
export function edgeFunctionDigest(code: string): string {
  const at = code.search(/^const EDGE_PAGES\b/m);
  const own = at >= 0 && isPages(code.slice(at)) ? code.slice(0, at) : code;
  return createHash('sha256').update(own.trimEnd()).digest('hex');
}

function isPages(line: string): boolean {
  const json = PAGES.exec(line)?.[1];
  if (json === undefined) return false;
  try {
    return Object.values(JSON.parse(json) as object).every((page) => typeof page === 'string');
  } catch {
    return false;
  }
}
