import { framedPage, type LivePageFact } from '../compliance/index.js';
import { read, unreadable, type Reading } from './reading.js';
import { short } from './short.js';
import type { Answer } from './site-reader.js';

/** The frame of a page, as its reader's browser finds it; nothing of a page that did not come. */
export function pageIn({ status, header, body }: Answer): Reading<LivePageFact> {
  if (status !== 200) return unreadable(status === 503 ? 'nothingThere' : 'refused', `HTTP ${status}`);
  // Of several policies each binds; a page of the toolkit's has one.
  const [policy] = header('content-security-policy');
  const frame = framedPage({ resource: '', path: '/', html: body, policy });
  if (frame === undefined) return read({});
  const { source, sandbox, title, link, frameSources } = frame;
  return read({
    ...shownAs('source', source),
    ...shownAs('sandbox', sandbox),
    ...shownAs('title', title),
    ...shownAs('link', link),
    ...(Array.isArray(frameSources) ? { frameSources: frameSources.map(short) } : {}),
  });
}

function shownAs<K extends string>(key: K, value: unknown): Partial<Record<K, string>> {
  const shown: Partial<Record<K, string>> = {};
  if (typeof value === 'string') shown[key] = short(value);
  return shown;
}
