/** What a JSON Pointer (RFC 6901) leads to in a document; `undefined` where it leads nowhere or is none. */
export function followPointer(document: unknown, pointer: string): unknown {
  if (pointer === '') return document;
  // RFC 6901, section 3: a pointer begins with `/`, and `~` stands only before 0 or 1.
  if (!/^(?:\/(?:[^~/]|~[01])*)*$/u.test(pointer)) return undefined;
  const tokens = pointer.slice(1).split('/').map(unescapeToken);
  return tokens.reduce(step, document);
}

function unescapeToken(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}

function step(value: unknown, token: string): unknown {
  if (Array.isArray(value))
    return /^(?:0|[1-9]\d*)$/.test(token) ? (value as unknown[])[Number(token)] : undefined;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, token)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[token];
}
