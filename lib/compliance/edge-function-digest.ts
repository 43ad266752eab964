import { createHash } from 'node:crypto';

/** The lines with which a construct gives a function the difusor's own pages: nothing may follow them. */
const PAGES = /^const EDGE_PAGES = (\{.*\});\n?$/;
const FRAME = /^const FRAME_PAGE = (".*");\nconst FRAME_POLICY = (".*");\n?$/;

/**
 * SHA-256, in hex, of an edge function's code without the difusor's own pages, which differ from site to site.
 * What is more than pages, e.g. code after them, counts as code.
 */
export function edgeFunctionDigest(code: string): string {
  const at = code.search(/^const (?:EDGE_PAGES|FRAME_PAGE)\b/m);
  const own = at >= 0 && isPages(code.slice(at)) ? code.slice(0, at) : code;
  return createHash('sha256').update(own.trimEnd()).digest('hex');
}

function isPages(lines: string): boolean {
  const literals = (PAGES.exec(lines) ?? FRAME.exec(lines))?.slice(1) ?? [];
  return literals.length > 0 && literals.every(holdsTexts);
}

/** Whether a literal is a text, or an object of texts, and nothing that runs. */
function holdsTexts(literal: string): boolean {
  try {
    const value = JSON.parse(literal) as string | object;
    return typeof value === 'string' || Object.values(value).every((page) => typeof page === 'string');
  } catch {
    return false;
  }
}
