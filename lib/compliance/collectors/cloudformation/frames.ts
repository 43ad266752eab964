import type { FrameFact } from '../../facts.js';
import { framedPage } from '../framed-page.js';
import type { Assembly } from './assembly.js';

const PAGE = /^const FRAME_PAGE = ("(?:[^"\\]|\\.)*");$/m;
const POLICY = /^const FRAME_POLICY = ("(?:[^"\\]|\\.)*");$/m;

/** Pages that an edge function carries and that hold a frame; that it answers the root with them, its digest tells. */
export function collectFrames(assembly: Assembly): FrameFact[] {
  return assembly.ofType('AWS::CloudFront::Function').flatMap(({ id, properties }) => {
    const code = properties.get('FunctionCode').text();
    const html = typeof code === 'string' ? literalIn(code, PAGE) : undefined;
    if (typeof code !== 'string' || html === undefined) return [];
    return framedPage({ resource: id, path: '/', html, policy: literalIn(code, POLICY) }) ?? [];
  });
}

function literalIn(code: string, pattern: RegExp): string | undefined {
  const literal = pattern.exec(code)?.[1];
  return literal === undefined ? undefined : (JSON.parse(literal) as string);
}
