import { z } from 'zod';
import type { FaultPath } from './fault.js';

/** The keys that a schema accepts at a path, in the order of the schema; none where it accepts any. */
export function keysAt(schema: z.core.$ZodType, path: FaultPath): string[] {
  const [key, ...below] = path;
  return variants(schema)
    .flatMap((variant) => {
      if (variant instanceof z.ZodArray) return key === undefined ? [] : keysAt(variant.element, below);
      if (!(variant instanceof z.ZodObject)) return [];
      const shape: Readonly<Record<string, z.core.$ZodType>> = variant.shape;
      if (key === undefined) return Object.keys(shape);
      const child = Object.hasOwn(shape, key) ? shape[key] : undefined;
      return child === undefined ? [] : keysAt(child, below);
    })
    .filter((name, index, names) => names.indexOf(name) === index);
}

/** The schemas that stand behind defaults, options and unions. */
function variants(schema: z.core.$ZodType): z.core.$ZodType[] {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(variants);
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodReadonly
  ) {
    return variants(schema.unwrap());
  }
  return [schema];
}
