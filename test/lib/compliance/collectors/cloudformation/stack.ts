import {
  readAssembly,
  type Assembly,
} from '../../../../../lib/compliance/collectors/cloudformation/assembly.js';

type Json = Readonly<Record<string, unknown>>;

/** One stack, `site` in us-east-1, read as the collectors get it. */
export function stack(resources: Readonly<Record<string, Json>>, sections: Json = {}): Assembly {
  return readAssembly([
    { name: 'site', region: 'us-east-1', template: { Resources: resources, ...sections } },
  ]);
}

/** A resource with properties. */
export function resource(Type: string, Properties: Json = {}, attributes: Json = {}): Json {
  return { Type, Properties, ...attributes };
}

export const ref = (name: string): Json => ({ Ref: name });
export const att = (name: string, attribute = 'Arn'): Json => ({ 'Fn::GetAtt': [name, attribute] });
export const IF: Json = { 'Fn::If': ['Cond', 'a', 'b'] };
