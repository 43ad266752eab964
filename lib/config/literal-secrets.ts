import type { Fault, FaultPath } from './fault.js';
import { visible } from './describe.js';

const SECRET_WORDS = new Set([
  ...['password', 'passwd', 'passphrase', 'pass', 'pwd', 'contraseña', 'contrasena', 'secret', 'secrets'],
  ...[
    'secreto',
    'token',
    'tokens',
    'credential',
    'credentials',
    'credencial',
    'credenciales',
    'authorization',
  ],
  // The address of a chat's or a pager's webhook is all that one needs to write there.
  ...['bearer', 'apikey', 'webhook'],
]);

/** Keys that only say where a secret is. */
const REFERENCES = new Set(['secretname', 'secretfile', 'sourcesecretfile', 'webhookfile']);

/** `key` is secret after these words only: a key of a tag is not. */
const SECRET_KEY_PAIR = /\b(?:api|private|access|secret) key\b/;

/** What is a secret by its form, under any key. */
const SECRET_VALUE =
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|-----BEGIN [A-Z ]*PRIVATE KEY-----|^b3BlbnNzaC1rZXkt|^(?:Bearer|Basic)\s+\S{8}/;

/** Whether a key names a secret's value; `secretName` and the like only say where it is. */
export function isSecretKey(key: string): boolean {
  const words = key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  if (REFERENCES.has(words.join(''))) return false;
  return words.some((word) => SECRET_WORDS.has(word)) || SECRET_KEY_PAIR.test(words.join(' '));
}

/** Every secret that is written in the file instead of in the secret; no fault repeats a value. */
export function literalSecretFaults(value: unknown, path: FaultPath = []): Fault[] {
  if (typeof value === 'string' && SECRET_VALUE.test(value)) return [fault(path)];
  if (typeof value !== 'object' || value === null) return [];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return entries.flatMap(([key, item]) => {
    const below = [...path, key];
    return typeof key === 'string' && isSecretKey(key) ? [fault(below)] : literalSecretFaults(item, below);
  });
}

function fault(path: FaultPath): Fault {
  const name = path.map((key) => visible(String(key))).join('.');
  return { id: 'problem.literal-secret', path, params: { name }, at: 'key' };
}
