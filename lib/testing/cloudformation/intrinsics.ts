import { validationError } from './aws-refusal.js';
import { subdivide } from './cidr.js';
import { asText, isObject, scalarText, type Json, type JsonObject } from './json.js';
import { splitAttribute } from './references.js';

/** What the intrinsic functions of one stack may look at. */
export interface Scope {
  readonly region: string;
  /** The value of a Ref; `undefined` is AWS::NoValue. */
  ref(name: string): Json | undefined;
  attribute(logicalId: string, name: string): Json;
  condition(name: string): boolean;
  mapping(map: string, topKey: string, secondKey: string): Json | undefined;
  /** The value of an export of any stack of the region. */
  exported(name: string): Json;
  /** An output of another stack, in its region. */
  stackOutput(stackName: string, outputName: string, region: string): Json;
}

type Intrinsic = (argument: Json, scope: Scope) => Json | undefined;

const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  Ref: (name, scope) => scope.ref(asText(name)),
  'Fn::GetAtt': (argument, scope) => {
    const [id, name] = splitAttribute(argument);
    return scope.attribute(id, textOf(name, scope));
  },
  'Fn::Join': (argument, scope) => {
    const [delimiter, values] = listOf(argument, 'Fn::Join');
    return asList(evaluate(values ?? [], scope), 'Fn::Join')
      .map((value) => plainText(value, 'Fn::Join'))
      .join(asText(delimiter));
  },
  'Fn::Sub': substitute,
  'Fn::Select': (argument, scope) => {
    const [index, values] = listOf(argument, 'Fn::Select');
    const selected = asList(evaluate(values ?? [], scope), 'Fn::Select')[Number(evaluate(index ?? 0, scope))];
    if (selected === undefined)
      throw validationError('Template error: Fn::Select cannot select nonexistent value');
    return selected;
  },
  'Fn::Split': (argument, scope) => {
    const [delimiter, text] = listOf(argument, 'Fn::Split');
    return textOf(text ?? '', scope).split(asText(delimiter));
  },
  'Fn::Base64': (argument, scope) => Buffer.from(textOf(argument, scope)).toString('base64'),
  'Fn::If': (argument, scope) => {
    const [name, whenTrue, whenFalse] = listOf(argument, 'Fn::If');
    return evaluate((scope.condition(asText(name)) ? whenTrue : whenFalse) ?? null, scope);
  },
  'Fn::FindInMap': findInMap,
  'Fn::GetAZs': (argument, scope) => {
    const region = textOf(argument, scope) || scope.region;
    return ['a', 'b', 'c'].map((zone) => `${region}${zone}`);
  },
  'Fn::ImportValue': (argument, scope) => scope.exported(textOf(argument, scope)),
  'Fn::GetStackOutput': (argument, scope) => {
    if (!isObject(argument))
      throw validationError('Template error: Fn::GetStackOutput needs StackName and OutputName');
    const region = argument.Region === undefined ? scope.region : textOf(argument.Region, scope);
    return scope.stackOutput(
      textOf(argument.StackName ?? '', scope),
      textOf(argument.OutputName ?? '', scope),
      region,
    );
  },
  'Fn::Cidr': (argument, scope) => {
    const [block, count, bits] = listOf(argument, 'Fn::Cidr');
    return subdivide(
      textOf(block ?? '', scope),
      Number(textOf(count ?? 1, scope)),
      Number(textOf(bits ?? 8, scope)),
    );
  },
};

/**
 * The value that the template means, with every intrinsic function carried out; `undefined` is AWS::NoValue, and
 * what holds it goes without.
 * @throws AwsRefusal `ValidationError` for what cannot be resolved
 */
export function evaluate(value: Json, scope: Scope): Json | undefined {
  if (Array.isArray(value)) {
    return value.map((item) => evaluate(item, scope)).filter((item) => item !== undefined);
  }
  if (!isObject(value)) return value;
  const [name, ...others] = Object.keys(value);
  if (name !== undefined && others.length === 0 && (name === 'Ref' || name.startsWith('Fn::'))) {
    const intrinsic = INTRINSICS[name];
    if (intrinsic === undefined)
      throw validationError(`Template error: the stand-in does not know the function ${name}`);
    return intrinsic(value[name] ?? null, scope);
  }
  return evaluateObject(value, scope);
}

/** Evaluates each value of an object, and leaves out those that are AWS::NoValue. */
export function evaluateObject(value: JsonObject, scope: Scope): JsonObject {
  const evaluated: JsonObject = {};
  for (const [key, inner] of Object.entries(value)) {
    const result = evaluate(inner, scope);
    if (result !== undefined) evaluated[key] = result;
  }
  return evaluated;
}

function substitute(argument: Json, scope: Scope): string {
  const [body, variables] = Array.isArray(argument) ? argument : [argument];
  const local = isObject(variables) ? variables : {};
  return asText(body).replace(/\$\{(!?)([^}]*)\}/g, (_match, literal: string, variable: string) => {
    const name = variable.trim();
    if (literal !== '') return `\${${variable}}`;
    const given = local[name];
    if (given !== undefined) return textOf(given, scope);
    return textOf(name.includes('.') ? { 'Fn::GetAtt': name } : { Ref: name }, scope);
  });
}

function findInMap(argument: Json, scope: Scope): Json {
  const [map, top, second, options] = listOf(argument, 'Fn::FindInMap');
  const keys = [map, top, second].map((key) => textOf(key ?? '', scope));
  const [mapName = '', topKey = '', secondKey = ''] = keys;
  const fallback = isObject(options) ? options.DefaultValue : undefined;
  const found = scope.mapping(mapName, topKey, secondKey) ?? (fallback && evaluate(fallback, scope));
  if (found === undefined) {
    throw validationError(`Template error: Unable to get mapping for ${keys.join('::')}`);
  }
  return found;
}

function textOf(value: Json, scope: Scope): string {
  return plainText(evaluate(value, scope), 'a function');
}

function plainText(value: Json | undefined, where: string): string {
  const text = scalarText(value);
  if (text === undefined)
    throw validationError(`Template error: ${where} needs a string, got ${JSON.stringify(value)}`);
  return text;
}

function listOf(value: Json, name: string): Json[] {
  return asList(value, name);
}

function asList(value: Json | undefined, name: string): Json[] {
  if (!Array.isArray(value))
    throw validationError(`Template error: ${name} needs a list, got ${JSON.stringify(value)}`);
  return value;
}
