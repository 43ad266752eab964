import { isObject, type Json, type JsonObject } from './json.js';
import type { PropertySpec, PropertyType, ResourceSpec, ResourceSpecs } from './resource-spec.js';

type Properties = Readonly<Record<string, PropertySpec>>;

/** The faults of resolved properties against AWS's published type, all of them, in CloudFormation's words. */
export function checkProperties(spec: ResourceSpec, properties: JsonObject, specs: ResourceSpecs): string[] {
  return faultsOfObject('#', spec.properties, properties, specs);
}

function faultsOfObject(path: string, known: Properties, value: JsonObject, specs: ResourceSpecs): string[] {
  const missing = Object.keys(known).filter((key) => known[key]?.required === true && value[key] === undefined);
  const faults = missing.map((key) => `${path}: required key [${key}] not found`);
  for (const [key, inner] of Object.entries(value)) {
    const property = known[key];
    if (property === undefined) faults.push(`${path}: extraneous key [${key}] is not permitted`);
    else faults.push(...faultsOfProperty(`${path}/${key}`, property, inner, specs));
  }
  return faults;
}

/** A value may fit any of the types that the property has or had; the faults told are those of the present one. */
function faultsOfProperty(path: string, property: PropertySpec, value: Json, specs: ResourceSpecs): string[] {
  const [faults, ...others] = [property.type, ...(property.previousTypes ?? [])].map((type) =>
    faultsOfValue(path, type, value, specs),
  );
  return others.some((other) => other.length === 0) ? [] : (faults ?? []);
}

function faultsOfValue(path: string, type: PropertyType, value: Json, specs: ResourceSpecs): string[] {
  switch (type.type) {
    case 'json':
    case 'tag':
      return [];
    case 'array':
      if (!Array.isArray(value)) return [expected(path, 'JSONArray', value)];
      return value.flatMap((item, index) => faultsOfValue(`${path}/${index}`, type.element, item, specs));
    case 'map':
      if (!isObject(value)) return [expected(path, 'JSONObject', value)];
      return Object.entries(value).flatMap(([key, item]) => faultsOfValue(`${path}/${key}`, type.element, item, specs));
    case 'ref':
      if (!isObject(value)) return [expected(path, 'JSONObject', value)];
      return faultsOfObject(path, specs.propertiesOf(type.reference), value, specs);
    case 'union': {
      const attempts = type.types.map((member) => faultsOfValue(path, member, value, specs));
      return attempts.some((faults) => faults.length === 0) ? [] : (attempts[0] ?? []);
    }
    default:
      // CloudFormation turns scalars into each other, so that only the kind counts.
      return typeof value === 'object' ? [expected(path, 'String', value)] : [];
  }
}

function expected(path: string, type: string, value: Json): string {
  const found = Array.isArray(value) ? 'JSONArray' : isObject(value) ? 'JSONObject' : 'String';
  return `${path}: expected type: ${type}, found: ${found}`;
}
