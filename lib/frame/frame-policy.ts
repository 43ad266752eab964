import { createHash } from 'node:crypto';
import { FRAME_STYLE } from './frame-page.js';

export interface FramePolicyProps {
  /** HTTPS address of the official site. */
  readonly official: string;
  /** CSP sources that may frame the difusor's own page. */
  readonly frameAncestors: readonly string[];
}

/** The Content-Security-Policy of the page: it may frame the official site's origin, and load nothing else. */
export function framePolicy({ official, frameAncestors }: FramePolicyProps): string {
  const style = createHash('sha256').update(FRAME_STYLE).digest('base64');
  return [
    `default-src 'none'`,
    `frame-src ${new URL(official).origin}`,
    `style-src 'sha256-${style}'`,
    `frame-ancestors ${frameAncestors.join(' ')}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}
