import { DifusorError } from '../../../errors.js';
import type { FactArea, GapFact } from '../../facts.js';
import { AREAS_OF_TYPE } from './areas.js';
import { intrinsicOf, literalOf, partsOf, plainText, type Located, type Scope } from './intrinsics.js';
import { findMacros, overLimit } from './template-limits.js';
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
  /** What names mean where it is written. */
  readonly scope: Scope;
}

/** A part of a template beside its resources, for searches that care for no meaning. */
export interface SectionItem {
  /** Stack and name: `difusor-bcs-2024/Domain`. */
  readonly id: string;
  readonly name: string;
  readonly raw: unknown;
  readonly scope: Scope;
}

/** All the stacks of a deployment, read together, so that references across them resolve. */
export interface Assembly {
  readonly resources: readonly Resource[];
  ofType(type: string): readonly Resource[];
  /** The resource of an id, where it is of the type. */
  find(id: unknown, type: string): Resource | undefined;
  /** Whether a reference names a resource of these stacks, be it there or missing. */
  owns(reference: string): boolean;
  /** Whether a resource of the id is there, of whatever type. */
  has(id: string): boolean;
  readonly parameters: readonly { readonly id: string; readonly raw: Json }[];
  /** Mappings, outputs, conditions and metadata. */
  readonly otherSections: readonly SectionItem[];
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
  const stacks: Stack[] = [];
  const scopes = scopesOf(stacks);
  stacks.push(...templates.map(readStack));
  const names = stacks.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new DifusorError('TEMPLATE_UNREADABLE', { path: twice, reason: `${twice} ×2` });
  const gaps = new Map<string, GapFact>();
  const addGap = (gap: GapFact): void => void gaps.set(JSON.stringify(gap), gap);
  const resources = stacks.flatMap((stack) => resourcesOf(stack, scopes(stack), addGap));
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  const byType = groupByType(resources);
  stacks.forEach((stack) => {
    hidden(stack).forEach(addGap);
  });
  return {
    resources,
    ofType: (type) => byType.get(type) ?? [],
    find: (id, type) => {
      const found = typeof id === 'string' ? byId.get(id) : undefined;
      return found?.type === type ? found : undefined;
    },
    has: (id) => byId.has(id),
    owns: (reference) => names.some((name) => reference.startsWith(`${name}/`)),
    parameters: stacks.flatMap(({ name, parameters }) =>
      Object.entries(parameters).map(([key, raw]) => ({ id: `${name}/${key}`, raw })),
    ),
    otherSections: stacks.flatMap((stack) => otherSectionsOf(stack, scopes(stack))),
    get gaps() {
      return [...gaps.values()];
    },
    addGap,
  };
}

function groupByType(resources: readonly Resource[]): Map<string, Resource[]> {
  const groups = new Map<string, Resource[]>();
  for (const resource of resources) {
    const group = groups.get(resource.type);
    if (group === undefined) groups.set(resource.type, [resource]);
    else group.push(resource);
  }
  return groups;
}

function readStack({ name, region, template }: CloudFormationTemplate): Stack {
  if (!isJson(template) || !isJson(template.Resources)) {
    throw new DifusorError('TEMPLATE_UNREADABLE', { path: name, reason: 'no "Resources"' });
  }
  const tooMuch = overLimit(template);
  if (tooMuch !== undefined) throw new DifusorError('TEMPLATE_UNREADABLE', { path: name, reason: tooMuch });
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
    const type = plainText(raw.Type) ?? '';
    const areas: readonly FactArea[] = AREAS_OF_TYPE.get(type) ?? [];
    const onGap = (path: string, reason: string): void => {
      areas.forEach((area) => {
        addGap({ area, resource: id, reason: [path, reason].filter((part) => part !== '').join(': ') });
      });
    };
    if (raw.Condition !== undefined) onGap('Condition', textOf(raw.Condition));
    findMacros(raw).forEach((path) => {
      onGap(path, 'macro');
      // Beside the type itself a macro may make any resource of it.
      if (!path.includes('.') && areas.length === 0) addGap({ area: 'all', resource: id, reason: path });
    });
    const read = (key: string): TemplateValue => TemplateValue.of({ raw: raw[key], scope }, key, onGap);
    return {
      id,
      type,
      region: stack.region,
      properties: read('Properties'),
      metadata: read('Metadata'),
      retainedOnDelete: RETAINING.includes(plainText(raw.DeletionPolicy) ?? ''),
      raw,
      scope,
    };
  });
}

/** What names mean in each stack; the list of stacks may still grow until the first name is looked up. */
function scopesOf(stacks: readonly Stack[]): (stack: Stack) => Scope {
  const known = new Map<Stack, Scope>();
  const locate = (raw: unknown, stack: Stack): Located => ({ raw, scope: of(stack) });
  let exports: Map<string, Located> | undefined;
  const exported = (name: string): Located | undefined => {
    // An export's own name may not hang on another export: while they are read, there are none.
    if (exports === undefined) {
      exports = new Map();
      exports = readExports(stacks, of);
    }
    return exports.get(name);
  };
  const of = (stack: Stack): Scope => {
    const found = known.get(stack);
    if (found !== undefined) return found;
    const scope = {
      ...ownScope(stack),
      output: (name: string, key: string) => outputOf(name, key),
      exported,
    };
    known.set(stack, scope);
    return scope;
  };
  const outputOf = (name: string, key: string): Located | undefined => {
    const producer = stacks.find((candidate) => candidate.name === name);
    if (producer === undefined || !Object.hasOwn(producer.outputs, key)) return undefined;
    return locate(producer.outputs[key]?.Value, producer);
  };
  return of;
}

function ownScope(stack: Stack): Pick<Scope, 'stack' | 'region' | 'isParameter' | 'mapped'> {
  const mappings = section(stack.template, 'Mappings');
  return {
    stack: stack.name,
    region: stack.region,
    isParameter: (name) => Object.hasOwn(stack.parameters, name),
    mapped: (map, key, second) => own(own(own(mappings, map), key), second),
  };
}

function readExports(stacks: readonly Stack[], scopeOf: (stack: Stack) => Scope): Map<string, Located> {
  const exports = new Map<string, Located>();
  for (const stack of stacks) {
    const scope = scopeOf(stack);
    for (const output of Object.values(stack.outputs)) {
      const raw = isJson(output.Export) ? output.Export.Name : undefined;
      const name = raw === undefined ? undefined : literalOf(partsOf({ raw, scope }));
      if (name !== undefined && !exports.has(name)) exports.set(name, { raw: output.Value, scope });
    }
  }
  return exports;
}

function own(value: unknown, key: string): unknown {
  return isJson(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function otherSectionsOf({ name: stack, template }: Stack, scope: Scope): SectionItem[] {
  return ['Mappings', 'Outputs', 'Conditions', 'Metadata'].flatMap((key) =>
    Object.entries(section(template, key)).map(([name, raw]) => ({
      id: `${stack}/${name}`,
      name,
      raw,
      scope,
    })),
  );
}

/** Places from which a deploy may make resources that the template does not show. */
function hidden(stack: Stack): readonly GapFact[] {
  const macros = [stack.template.Transform, stack.template['Fn::Transform']]
    .filter((macro) => macro !== undefined)
    .flat();
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
  return plainText(value) ?? (isJson(value) ? (intrinsicOf(value)?.[0] ?? 'object') : typeof value);
}

function section(parent: Json, key: string): Section {
  const value = parent[key];
  if (!isJson(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, isJson(item) ? item : {}]));
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
