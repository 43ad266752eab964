import { describe } from './describe.js';
import type { ValueFault } from './fault.js';
import { PRINTABLE } from './formats.js';

/** Kinds of keys that today's OpenSSH takes by default, each with the number of fields in its body. */
const FIELDS: ReadonlyMap<string, number> = new Map([
  ['ssh-ed25519', 2],
  ['ecdsa-sha2-nistp256', 3],
  ['ecdsa-sha2-nistp384', 3],
  ['ecdsa-sha2-nistp521', 3],
  ['ssh-rsa', 3],
  ['sk-ssh-ed25519@openssh.com', 3],
  ['sk-ecdsa-sha2-nistp256@openssh.com', 4],
]);

/** Shorter RSA keys can be broken, or will be. */
const LEAST_RSA_BITS = 2048;

const LINE = /^(\S+) ([A-Za-z0-9+/]+={0,2})(?: (.*))?$/;

/** Longest line of a key that is in use: RSA of 16384 bits. */
const MOST_LETTERS = 3000;

/** What forbids a text as OpenSSH public key: kind, body in base64, and a comment that may be absent; no options. */
export function publicKeyFault(text: string): ValueFault | undefined {
  const key = parseKey(text);
  if (key === undefined) return { id: 'problem.public-key', params: { got: describe(text) } };
  const modulus = key.kind === 'ssh-rsa' ? key.fields[2] : undefined;
  if (modulus === undefined || bitsOf(modulus) >= LEAST_RSA_BITS) return undefined;
  return { id: 'problem.public-key-short', params: { got: bitsOf(modulus), minimum: LEAST_RSA_BITS } };
}

interface PublicKey {
  readonly kind: string;
  readonly fields: readonly Buffer[];
}

/** A key whose body is of the kind that the line says, and complete. */
function parseKey(text: string): PublicKey | undefined {
  if (text.length > MOST_LETTERS || !PRINTABLE.test(text)) return undefined;
  const [, kind = '', body = ''] = LINE.exec(text) ?? [];
  const fields = fieldsOf(Buffer.from(body, 'base64')) ?? [];
  const whole = fields.length === FIELDS.get(kind) && fields[0]?.toString('latin1') === kind;
  return whole ? { kind, fields } : undefined;
}

/** Kind and body of a valid key: what makes it the same key under another comment. */
export function keyWithoutComment(text: string): string {
  return text.split(' ').slice(0, 2).join(' ');
}

/** The length-prefixed fields of a key's body (RFC 4253, 6.6); `undefined` where they don't fill it exactly. */
function fieldsOf(body: Buffer): Buffer[] | undefined {
  const fields: Buffer[] = [];
  let at = 0;
  while (at + 4 <= body.length) {
    const end = at + 4 + body.readUInt32BE(at);
    if (end > body.length) return undefined;
    fields.push(body.subarray(at + 4, end));
    at = end;
  }
  return at === body.length ? fields : undefined;
}

/** Bits of an unsigned number in big-endian bytes, of which the first may be a zero for the sign. */
function bitsOf(number: Buffer): number {
  const first = number.findIndex((byte) => byte !== 0);
  const [leading = 0] = number.subarray(first);
  return first < 0 ? 0 : (number.length - first - 1) * 8 + (32 - Math.clz32(leading));
}
