import { asText, isObject, type Json } from './json.js';

const SUB_VARIABLE = /\$\{([^!}][^}]*)\}/g;

/** The logical ids and parameter names that a value mentions, through Ref, Fn::GetAtt or Fn::Sub. */
export function referencesIn(value: Json | undefined): Set<string> {
  const found = new Set<string>();
  collect(value, found);
  return found;
}

/** The names between `${…}` of a Fn::Sub body, without the literals `${!…}`. */
export function substitutedNames(body: string): string[] {
  return [...body.matchAll(SUB_VARIABLE)].map((match) => (match[1] ?? '').trim());
}

/** Splits `LogicalId.Attribute.Path`, or takes the pair as it stands. */
export function splitAttribute(value: Json): readonly [logicalId: string, attribute: string] {
  const [id, ...rest] = Array.isArray(value) ? value : asText(value).split('.');
  return [asText(id), rest.map(asText).join('.')];
}

function collect(value: Json | undefined, found: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found);
    return;
  }
  if (!isObject(value)) return;
  if (typeof value.Ref === 'string') found.add(value.Ref);
  if (value['Fn::GetAtt'] !== undefined) found.add(splitAttribute(value['Fn::GetAtt'])[0]);
  if (value['Fn::Sub'] !== undefined) collectSubstituted(value['Fn::Sub'], found);
  for (const inner of Object.values(value)) collect(inner, found);
}

function collectSubstituted(argument: Json, found: Set<string>): void {
  const [body, variables] = Array.isArray(argument) ? argument : [argument];
  const local = isObject(variables) ? variables : {};
  for (const name of substitutedNames(asText(body))) {
    if (!Object.hasOwn(local, name)) found.add(splitAttribute(name)[0]);
  }
}
