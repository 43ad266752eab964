import { read, unreadable, type Reading } from '../reading.js';

/** The HTTP status that `curl --write-out '%{http_code}'` prints; 000 where nobody answered. */
export function parseOfficial(text: string): Reading<number> {
  const status = Number(/^\s*([1-5]\d\d)\s*$/.exec(text)?.[1]);
  return Number.isInteger(status) ? read(status) : unreadable('unreachable', `HTTP ${text}`);
}
