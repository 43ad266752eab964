import { isUnresolved } from '../../../facts.js';
import { readCloudInit } from '../host/cloud-init.js';
import type { HostSources } from '../host/index.js';
import { isJson } from '../json.js';
import type { TerraformResource, TerraformStack } from '../stack.js';
import { readText } from '../text.js';

/** Keys by which a provider hands a machine what it runs at its start. */
const AT_START =
  /user[_-]?data|custom[_-]?data|cloud[_-]?(?:init|config)|startup|(?:^|[_-])scripts?(?:[_-]|$)/i;
/** Those that are read; one that says the same as the user data beside the stack is one set-up with it. */
const READ = ['user_data', 'cloud_init'];
/** Their own forms are known elsewhere. */
const OWN = /^(?:docker_|terraform_data$|null_resource$)/;
const MAX_DEPTH = 16;

/** What a machine is given at its start beside the user data that was read. */
export function unknownAtStart(
  resource: TerraformResource,
  stack: TerraformStack,
  sources: HostSources,
): string[] {
  if (OWN.test(resource.type)) return [];
  return keysAtStart(resource.body, [])
    .filter(([path, value]) => !READ.includes(path.join('.')) || !isRead(value, stack, sources))
    .map(([path]) => path.join('.'));
}

type Found = readonly [path: readonly string[], value: unknown];

/** A switch, e.g. whether a change of it makes a new machine, brings nothing. */
function keysAtStart(value: unknown, path: readonly string[]): Found[] {
  if (path.length > MAX_DEPTH) return [[path, value]];
  if (Array.isArray(value)) return (value as unknown[]).flatMap((one) => keysAtStart(one, path));
  if (!isJson(value)) return [];
  return Object.entries(value).flatMap(([key, inner]): Found[] => {
    const here = [...path, key];
    if (key === '//' || typeof inner === 'boolean' || inner === null) return [];
    return AT_START.test(key) ? [[here, inner]] : keysAtStart(inner, here);
  });
}

/** It is what was read, or says the same; what could not be read has a gap where it is read. */
function isRead(value: unknown, stack: TerraformStack, { cloudInit }: HostSources): boolean {
  if (cloudInit === undefined) return true;
  const text = readText(value, stack);
  if (text === undefined || isUnresolved(text)) return false;
  return JSON.stringify(readCloudInit(text, stack.name)?.config) === JSON.stringify(cloudInit.config);
}
