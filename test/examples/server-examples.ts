import { resolve } from 'node:path';
import { synthesizeServers } from '../../constructs/server/index.js';
import { hostedPlan, loadPlan, type HostedPlan } from '../../lib/config/index.js';
import { normalizeTemplate } from '../../lib/testing/index.js';
import { exampleFileOf, inLines } from '../support/expected-output.js';

/** The examples whose site stands on the difusor's own servers. */
export const SERVER_EXAMPLES = [
  'veracruz',
  'chiapas-metodo-1',
  'coahuila-metodo-1',
  'puebla',
  'chiapas-metodo-2',
] as const;

/** The plan of an example. */
export function serverPlanOf(example: string): HostedPlan {
  return hostedPlan(loadPlan(exampleFileOf(example), { cwd: resolve('/') }));
}

/** The stack of each host, as JSON. */
export function stacksOf(example: string): readonly string[] {
  return synthesizeServers(serverPlanOf(example)).map(({ template }) => JSON.stringify(template));
}

/**
 * A stack without what changes with the content of an image, without the set-up script, which is made of the files that
 * stand beside it, and without the list of media types, which is a library's.
 */
export function reviewable(text: string): unknown {
  const numbers = new Map<string, string>();
  const contexts = text
    .replace(/types \{[^}]*\}/, 'types { … }')
    .replace(/\b([0-9a-f]{16})(?=")|(?<=:)[0-9a-f]{12}(?=")/g, (digest) => {
      const key = digest.slice(0, 12);
      const known = numbers.get(key) ?? `context-${numbers.size + 1}`;
      numbers.set(key, known);
      return known;
    });
  const template = normalizeTemplate(JSON.parse(contexts) as Stack);
  const { host } = template.resource.terraform_data;
  if (host !== undefined) host.input.script = 'see the files';
  return inLines(template);
}

interface Stack {
  readonly resource: { readonly terraform_data: { readonly host?: { readonly input: { script: string } } } };
}
