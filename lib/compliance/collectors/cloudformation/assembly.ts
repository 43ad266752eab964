import { DifusorError } from '../../../errors.js';
import type { FactArea, GapFact } from '../../facts.js';
import { intrinsicOf, literalOf, partsOf, type Located, type Scope } from './intrinsics.js';
import { AREAS_OF_TYPE } from './areas.js';
import { TemplateValue } from './template-value.js';

/** One stack's template, as parsed JSON. */
export interface CloudFormationTemplate {
  /** Name of the stack, as other stacks' references write it. */
  readonly name: string;
  /** Region of the stack. @default unknown, and so is what depends on it */
  readonly region?: string;
  readonly template: unknown;
}

export interface Resource {
  /** Stack and logical id: `difusor-bcs-2024/SiteBucket`. */
  readonly id: string;
  readonly type: string;
  readonly region: string | undefined;
  readonly properties: TemplateValue;
  readonly metadata: TemplateValue;
  readonly retainedOnDelete: boolean;
  /** The resource as written, for searches that care for no meaning. */
  readonly raw: Json;
}

/** All the stacks of a deployment, read together, so that references across them resolve. */
export interface Assembly {
  readonly resources: readonly Resource[];
  ofType(type: string): readonly Resource[];
  /** The resource of an id, where it is of the type. */
  find(id: unknown, type: string): Resource | undefined;
  /** Whether a reference names a resource of these stacks, be it there or missing. */
  owns(reference: string): boolean;
  /** Parameters with a default value, by stack. */
  readonly parameters: readonly { readonly id: string; readonly raw: Json }[];
  /** What could not be read so far; grows while collectors read. */
  readonly gaps: readonly GapFact[];
  addGap(gap: GapFact): void;
}

type Json = Readonly<Record<string, unknown>>;
type Section = Readonly<Record<string, Json>>;

interface Stack {
  readonly name: string;
  readonly region: string | undefined;
  readonly template: Json;
  readonly resources: Section;
  readonly parameters: Section;
  readonly outputs: Section;
}

const RETAINING = ['Retain', 'RetainExceptOnCreate'];

/** Indexes the templates. @throws TEMPLATE_UNREADABLE where one is no CloudFormation template, or two share a name */
export function readAssembly(templates: readonly CloudFormationTemplate[]): Assembly {
  const stacks = templates.map(readStack);
  const names = stacks.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new DifusorError('TEMPLATE_UNREADABLE', { path: twice, reason: `${twice} ×2` });
  const gaps = new Map<string, GapFact>();
  const addGap = (gap: GapFact): void => void gaps.set(JSON.stringify(gap), gap);
  const resources = stacks.flatMap((stack) => resourcesOf(stack, scopeOf(stack, stacks), addGap));
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  stacks.forEach((stack) => {
    hidden(stack).forEach(addGap);
  });
  return {
    resources,
    ofType: (type) => resources.filter((resource) => resource.type === type),
    find: (id, type) => {
      const found = typeof id === 'string' ? byId.get(id) : undefined;
      return found?.type === type ? found : undefined;
    },
    owns: (reference) => names.some((name) => reference.startsWith(`${name}/`)),
    parameters: stacks.flatMap(({ name, parameters }) =>
      Object.entries(parameters).map(([key, raw]) => ({ id: `${name}/${key}`, raw })),
    ),
    get gaps() {
      return [...gaps.values()];
    },
    addGap,
  };
}

function readStack({ name, region, template }: CloudFormationTemplate): Stack {
  if (!isJson(template) || !isJson(template.Resources)) {
    throw new DifusorError('TEMPLATE_UNREADABLE', { path: name, reason: 'no "Resources"' });
  }
  return {
    name,
    region,
    template,
    resources: section(template, 'Resources'),
    parameters: section(template, 'Parameters'),
    outputs: section(template, 'Outputs'),
  };
}

function resourcesOf(stack: Stack, scope: Scope, addGap: (gap: GapFact) => void): Resource[] {
  return Object.entries(stack.resources).map(([logicalId, raw]) => {
    const id = `${stack.name}/${logicalId}`;
    const type = String(raw.Type);
    const areas: readonly FactArea[] = AREAS_OF_TYPE[type] ?? [];
    const onGap = (path: string, reason: string): void => {
      areas.forEach((area) => {
        addGap({ area, resource: id, reason: [path, reason].filter((part) => part !== '').join(': ') });
      });
    };
    if (raw.Condition !== undefined) onGap('Condition', textOf(raw.Condition));
    const read = (key: string): TemplateValue => TemplateValue.of({ raw: raw[key], scope }, key, onGap);
    return {
      id,
      type,
      region: stack.region,
      properties: read('Properties'),
      metadata: read('Metadata'),
      retainedOnDelete: RETAINING.includes(String(raw.DeletionPolicy)),
      raw,
    };
  });
}

function scopeOf(stack: Stack, stacks: readonly Stack[]): Scope {
  return {
    stack: stack.name,
    region: stack.region,
    isParameter: (name) => Object.hasOwn(stack.parameters, name),
    mapped: (map, key, second) => {
      const row = section(stack.template, 'Mappings')[map]?.[key];
      return isJson(row) ? row[second] : undefined;
    },
    output: (name, output) => {
      const producer = stacks.find((candidate) => candidate.name === name);
      const found = producer?.outputs[output];
      return producer === undefined || found === undefined
        ? undefined
        : locate(found.Value, producer, stacks);
    },
    exported: (name) => exportedBy(name, stacks),
  };
}

function exportedBy(name: string, stacks: readonly Stack[]): Located | undefined {
  for (const stack of stacks) {
    const scope = scopeOf(stack, stacks);
    for (const output of Object.values(stack.outputs)) {
      const exported = isJson(output.Export) ? output.Export.Name : undefined;
      if (exported !== undefined && literalOf(partsOf({ raw: exported, scope })) === name) {
        return locate(output.Value, stack, stacks);
      }
    }
  }
  return undefined;
}

function locate(raw: unknown, stack: Stack, stacks: readonly Stack[]): Located {
  return { raw, scope: scopeOf(stack, stacks) };
}

/** Places from which a deploy may make resources that the template does not show. */
function hidden(stack: Stack): readonly GapFact[] {
  const macros = stack.template.Transform === undefined ? [] : [stack.template.Transform].flat();
  const nested = Object.entries(stack.resources).filter(([key, { Type }]) => {
    return Type === 'AWS::CloudFormation::Stack' || key.startsWith('Fn::');
  });
  return [
    ...macros
      .filter((macro) => macro !== 'AWS::LanguageExtensions')
      .map((macro): GapFact => ({
        area: 'all',
        resource: stack.name,
        reason: `Transform: ${nameOf(macro)}`,
      })),
    ...nested.map(([key, { Type }]): GapFact => ({
      area: 'all',
      resource: `${stack.name}/${key}`,
      reason: textOf(Type ?? key),
    })),
  ];
}

function nameOf(macro: unknown): string {
  return isJson(macro) ? (intrinsicOf(macro)?.[0] ?? textOf(macro.Name)) : textOf(macro);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function section(parent: Json, key: string): Section {
  const value = parent[key];
  if (!isJson(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, isJson(item) ? item : {}]));
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
