import { DifusorError } from '../../../errors.js';
import { overLimit } from '../cloudformation/template-limits.js';
import type { FactArea } from '../../facts.js';
import type { Gaps } from './gaps.js';
import { at, blocks, isJson, type Json } from './json.js';

/** One stack's Terraform configuration, as parsed JSON. */
export interface TerraformTemplate {
  /** Name of the stack. */
  readonly name: string;
  readonly template: unknown;
  /** User data of its host, where it lies beside the configuration. @default it is looked for in the resources */
  readonly cloudInit?: string;
}

export interface TerraformResource {
  /** Stack, type and name: `difusor-uno/docker_container.web`. */
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly body: Json;
}

export interface TerraformStack {
  readonly name: string;
  readonly resources: readonly TerraformResource[];
  readonly providers: Json;
  /** The whole configuration. */
  readonly top: Json;
  readonly cloudInit: string | undefined;
}

/** The facts that each type of resource feeds; a hole in the resource is a gap in them. */
const AREAS: ReadonlyMap<string, readonly FactArea[]> = new Map<string, readonly FactArea[]>([
  ['docker_container', ['containers', 'webServers', 'ingests', 'workers']],
  ['terraform_data', ['hosts', 'webServers', 'ingests', 'alarms', 'frames']],
  ['null_resource', ['hosts', 'webServers', 'ingests', 'alarms', 'frames']],
]);

/** Keys by which a resource may be there any number of times, or hold blocks that only an apply makes. */
const MULTIPLIERS = ['count', 'for_each', 'dynamic'];

/**
 * Reads one stack's resources.
 * @throws TEMPLATE_UNREADABLE where it is no Terraform configuration
 */
export function readStack({ name, template, cloudInit }: TerraformTemplate, gaps: Gaps): TerraformStack {
  if (!isJson(template) || !(isJson(template.resource) || isJson(template.terraform))) {
    throw new DifusorError('TEMPLATE_UNREADABLE', { path: name, reason: 'no "resource"' });
  }
  const tooMuch = overLimit(template);
  if (tooMuch !== undefined) throw new DifusorError('TEMPLATE_UNREADABLE', { path: name, reason: tooMuch });
  Object.keys(isJson(template.module) ? template.module : {}).forEach((module) => {
    gaps.add('all', `${name}/module.${module}`, 'module');
  });
  const resources = resourcesOf(name, template.resource);
  resources.forEach((resource) => {
    reportMultipliers(resource, gaps);
  });
  const providers = isJson(template.provider) ? template.provider : {};
  return { name, resources, providers, top: template, cloudInit };
}

/** Resources of one type. */
export function ofType({ resources }: TerraformStack, type: string): readonly TerraformResource[] {
  return resources.filter((resource) => resource.type === type);
}

function resourcesOf(stack: string, section: unknown): TerraformResource[] {
  if (!isJson(section)) return [];
  return Object.entries(section).flatMap(([type, group]) =>
    Object.keys(isJson(group) ? group : {}).flatMap((name) =>
      blocks(at(group, name)).map((body) => ({ id: `${stack}/${type}.${name}`, type, name, body })),
    ),
  );
}

function reportMultipliers({ id, type, body }: TerraformResource, gaps: Gaps): void {
  const found = MULTIPLIERS.filter((key) => Object.hasOwn(body, key));
  if (found.length > 0) gaps.addAll(AREAS.get(type) ?? [], id, found.join(', '));
}
