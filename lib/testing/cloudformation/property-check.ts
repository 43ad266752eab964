import { isObject, type Json, type JsonObject } from './json.js';
import type { PropertySpec, PropertyType, ResourceSpec, ResourceSpecs } from './resource-spec.js';

type Properties = Readonly<Record<string, PropertySpec>>;

/** The faults of resolved properties against AWS's published type, all of them, in CloudFormation's words. */
export function checkProperties(spec: ResourceSpec, properties: JsonObject, specs: ResourceSpecs): string[] {
  return faultsOfObject('#', spec.properties, properties, specs);
}

function faultsOfObject(path: string, known: Properties, value: JsonObject, specs: ResourceSpecs): string[] {
  const missing = Object.keys(known).filter(
    (key) => known[key]?.required === true && value[key] === undefined,
  );
  const faults = missing.map((key) => `${path}: required key [${key}] not found`);
  for (const [key, inner] of Object.entries(value)) {
    const property = known[key];
    if (property === undefined) faults.push(`${path}: extraneous key [${key}] is not permitted`);
    else faults.push(...faultsOfAny(`${path}/${key}`, typesOf(property), inner, specs));
  }
  return faults;
}

/** The type that a property has, then those that it had and that services still take. */
function typesOf(property: PropertySpec): PropertyType[] {
  return [property.type, ...(property.previousTypes ?? [])];
}

/** A value may fit any of the types; the faults told are those against the first. */
function faultsOfAny(
  path: string,
  types: readonly PropertyType[],
  value: Json,
  specs: ResourceSpecs,
): string[] {
  const attempts = types.map((type) => faultsOfValue(path, type, value, specs));
  return attempts.some((faults) => faults.length === 0) ? [] : (attempts[0] ?? []);
}

function faultsOfValue(path: string, type: PropertyType, value: Json, specs: ResourceSpecs): string[] {
  if (type.type === 'json' || type.type === 'tag') return [];
  if (type.type === 'union') return faultsOfAny(path, type.types, value, specs);
  if (type.type === 'array') {
    if (!Array.isArray(value)) return [expected(path, 'JSONArray', value)];
    return value.flatMap((item, index) => faultsOfValue(`${path}/${index}`, type.element, item, specs));
  }
  if (type.type === 'map' || type.type === 'ref') return faultsOfKeyed(path, type, value, specs);
  // CloudFormation turns scalars into each other, so that only the kind counts.
  return typeof value === 'object' ? [expected(path, 'String', value)] : [];
}

type KeyedType = Extract<PropertyType, { readonly type: 'map' | 'ref' }>;

function faultsOfKeyed(path: string, type: KeyedType, value: Json, specs: ResourceSpecs): string[] {
  if (!isObject(value)) return [expected(path, 'JSONObject', value)];
  if (type.type === 'ref') return faultsOfObject(path, specs.propertiesOf(type.reference), value, specs);
  return Object.entries(value).flatMap(([key, item]) =>
    faultsOfValue(`${path}/${key}`, type.element, item, specs),
  );
}

function expected(path: string, type: string, value: Json): string {
  const found = Array.isArray(value) ? 'JSONArray' : isObject(value) ? 'JSONObject' : 'String';
  return `${path}: expected type: ${type}, found: ${found}`;
}
