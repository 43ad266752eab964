/** Longest text that the facts take of what somebody else's program says. */
const MOST = 1000;

/** The beginning of a text that may be anybody's. */
export function short(text: string): string {
  return [...text].slice(0, MOST / 2).join('');
}
