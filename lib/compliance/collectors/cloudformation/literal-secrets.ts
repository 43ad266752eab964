import type { LiteralSecretFact } from '../../facts.js';
import type { Assembly } from './assembly.js';

const SECRET_KEY =
  /(?:password|passwd|passphrase|contrase(?:ñ|n)a|secret_?(?:value|access_?key)|(?:api|private)_?key|(?:auth|access)_?token|(?:^|_)(?:secret|token))s?$/i;
const SECRET_TEXT = /AKIA[0-9A-Z]{16}|-----BEGIN [A-Z ]*PRIVATE KEY-----|:\/\/[^/\s:@]+:[^/\s@]+@/;
/** The name of what holds a secret, or a value that CloudFormation fetches itself. */
const POINTS_TO_SECRET = /^arn:|\{\{resolve:(?:secretsmanager|ssm-secure):/;

/** Places in the templates where a credential stands written out. */
export function collectLiteralSecrets(assembly: Assembly): LiteralSecretFact[] {
  const inResources = assembly.resources.flatMap(({ id, raw }) =>
    search({ ...raw, Type: undefined }, '').map((path) => ({ resource: id, path })),
  );
  const inParameters = assembly.parameters
    .filter(({ raw }) => [true, 'true'].includes(raw.NoEcho as boolean) && (raw.Default ?? '') !== '')
    .map(({ id }) => ({ resource: id, path: 'Default' }));
  return [...inResources, ...inParameters];
}

function search(value: unknown, path: string): string[] {
  if (typeof value === 'string') return isSecret(value, path) ? [path] : searchJson(value, path);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => search(item, path === '' ? key : `${path}.${key}`));
}

function isSecret(text: string, path: string): boolean {
  if (text === '' || POINTS_TO_SECRET.test(text) || path.includes('GenerateSecretString')) return false;
  // All that a SecretString holds is a secret; as JSON, its values are.
  const inSecretString = /(?:^|\.)SecretString(?:\.|$)/.test(path) && parse(text) === undefined;
  return inSecretString || SECRET_TEXT.test(text) || SECRET_KEY.test(path.split('.').at(-1) ?? '');
}

/** Variables often carry settings as JSON. */
function searchJson(text: string, path: string): string[] {
  const json = parse(text);
  return json === undefined ? [] : search(json, path);
}

function parse(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
