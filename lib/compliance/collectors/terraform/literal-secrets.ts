import { isUnresolved, type LiteralSecretFact } from '../../facts.js';
import { isSecretKey } from '../cloudformation/secret-key.js';
import { isSecretText } from '../secret-text.js';
import type { HostSources } from './host/index.js';
import { at, isJson } from './json.js';
import type { TerraformStack } from './stack.js';

/** Places in a stack and in its user data where a credential stands written out. */
export function collectLiteralSecrets(
  stack: TerraformStack,
  { cloudInit }: HostSources,
): LiteralSecretFact[] {
  const inResources = stack.resources.flatMap(({ id, body }) =>
    search(body, '', '').map((path) => ({ resource: id, path })),
  );
  if (cloudInit === undefined) return inResources;
  const { resource, config, files } = cloudInit;
  const inFiles = files.filter(({ content }) => !isUnresolved(content) && isWritten(content));
  return [
    ...inResources,
    ...search({ ...config, write_files: undefined }, '', '').map((path) => ({ resource, path })),
    ...inFiles.map(({ path }) => ({ resource, path: `write_files.${path}` })),
  ];
}

function search(value: unknown, path: string, key: string): string[] {
  if (typeof value === 'string') return isSecret(value, key) ? [path] : [];
  if (Array.isArray(value))
    return value.flatMap((item, index) => search(item, join(path, String(index)), key));
  if (!isJson(value)) return [];
  return Object.keys(value).flatMap((name) => search(at(value, name), join(path, name), name));
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

/** A reference, or the path of a file on the host, names what holds the secret. */
function isSecret(text: string, key: string): boolean {
  if (isWritten(text)) return true;
  return isSecretKey(key) && text !== '' && !text.includes('${') && !text.startsWith('/');
}

/** Terraform, shells and nginx refer by `$`. */
function isWritten(text: string): boolean {
  return isSecretText(text, (password) => /[${}]/.test(password));
}
