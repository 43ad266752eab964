/** Characters of a wrong value that an error repeats. */
const MAX_SHOWN = 80;

/** Characters up to which a text is searched for credentials; of a longer one only the length is told. */
const MAX_SEARCHED = 500;

/** User name and password in front of a host. */
const USER_INFO = /\/\/[^\s@]*@|[^\s/@:]+:[^\s@]+@/g;

/** Ids of AWS keys, and what follows `Bearer` or `Basic`. */
const TOKENS = /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\b(?:Bearer|Basic)\s+\S+/gi;

/** The query of a URL or path, which may sign or authorize. */
const QUERY = /(\/\S*)\?\S*/g;

/** A wrong value as an error repeats it: one short line, without credentials and without control characters. */
export function describe(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]';
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0 ? '{}' : '{…}';
  return typeof value === 'string' ? JSON.stringify(visible(value)) : String(value);
}

/** A key of the user's as an error repeats it. */
export function visible(text: string): string {
  if (text.length > MAX_SEARCHED) return `‹${text.length}›`;
  const redacted = text.replace(USER_INFO, '***@').replace(TOKENS, '***').replace(QUERY, '$1?…');
  const short = redacted.length > MAX_SHOWN ? `${redacted.slice(0, MAX_SHOWN)}…` : redacted;
  return short.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (character) => `‹${codePoint(character)}›`);
}

/** `U+202E`: the name of a character that is not seen. */
export function codePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
