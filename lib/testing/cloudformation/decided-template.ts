import type { Scope } from './intrinsics.js';
import { asText, isObject, type Json, type JsonObject } from './json.js';
import { isWanted } from './template-differences.js';
import type { Template } from './template.js';

/** The template as it stands for these parameters: without what its conditions rule out. */
export function decideConditions(template: Template, scope: Scope): Template {
  const resources = Object.entries(template.Resources).filter(([, resource]) => isWanted(resource, scope));
  const outputs = Object.entries(template.Outputs ?? {}).filter(
    ([, { Condition: condition }]) => condition === undefined || scope.condition(condition),
  );
  return {
    ...template,
    Resources: Object.fromEntries(
      resources.map(([id, resource]) => [
        id,
        { ...resource, ...(resource.Properties && { Properties: decideObject(resource.Properties, scope) }) },
      ]),
    ),
    Outputs: Object.fromEntries(
      outputs.map(([key, output]) => [key, { ...output, Value: decide(output.Value, scope) }]),
    ),
  };
}

function decide(value: Json, scope: Scope): Json {
  if (Array.isArray(value)) return value.map((item) => decide(item, scope));
  if (!isObject(value)) return value;
  const choice = value['Fn::If'];
  if (!Array.isArray(choice)) return decideObject(value, scope);
  const [condition, whenTrue, whenFalse] = choice;
  return decide((scope.condition(asText(condition)) ? whenTrue : whenFalse) ?? null, scope);
}

function decideObject(value: JsonObject, scope: Scope): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, decide(inner, scope)]));
}
