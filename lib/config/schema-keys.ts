import { z } from 'zod';
import type { FaultPath } from './fault.js';
import { memberAt } from './member-at.js';

type Schema = z.core.$ZodType;

/**
 * The keys that a schema accepts at a path, in the order of the schema; none where it accepts any.
 * @param root what was given: of variants told apart by a key, only the one that it names counts
 */
export function keysAt(schema: Schema, path: FaultPath, root?: unknown): string[] {
  const keys = schemasAt(schema, path, root).flatMap((one) =>
    one instanceof z.ZodObject ? Object.keys(one.shape) : [],
  );
  return [...new Set(keys)];
}

/** The values that a schema accepts at a path, where they can be listed: words, and mappings by their keys. */
export function choicesAt(schema: Schema, path: FaultPath, root?: unknown): string[] {
  const choices = schemasAt(schema, path, root).flatMap((one) => {
    if (one instanceof z.ZodObject) return [`{ ${Object.keys(one.shape).join(', ')} }`];
    if (one instanceof z.ZodEnum) return one.options.map(String);
    return one instanceof z.ZodLiteral ? [...one.values].map(String) : [];
  });
  return [...new Set(choices)];
}

/** Where else a key of this name is accepted, as dotted paths. */
export function placesOf(schema: Schema, name: string, path: readonly string[] = []): string[] {
  const places = variants(schema).flatMap((variant) => {
    if (variant instanceof z.ZodArray) return placesOf(variant.element, name, path);
    if (!(variant instanceof z.ZodObject)) return [];
    return Object.entries(variant.shape as Shape).flatMap(([key, child]) => {
      const below = [...path, key];
      return [...(key === name ? [below.join('.')] : []), ...placesOf(child, name, below)];
    });
  });
  return [...new Set(places)];
}

type Shape = Readonly<Record<string, Schema>>;

/** Every schema to which a value at a path may conform. */
function schemasAt(schema: Schema, path: FaultPath, value: unknown): Schema[] {
  const [key, ...below] = path;
  const found = variants(schema, value);
  if (key === undefined) return found;
  return found.flatMap((variant) => {
    if (variant instanceof z.ZodArray) return schemasAt(variant.element, below, memberAt(value, [key]));
    if (!(variant instanceof z.ZodObject)) return [];
    const shape: Shape = variant.shape;
    const child = Object.hasOwn(shape, key) ? shape[key] : undefined;
    return child === undefined ? [] : schemasAt(child, below, memberAt(value, [key]));
  });
}

/** The schemas that stand behind defaults, options and unions. */
function variants(schema: Schema, value?: unknown): Schema[] {
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const { discriminator } = schema.def;
    const options = schema.options.map((option) => variants(option, value));
    const named = options.filter((option) => names(option, discriminator, memberAt(value, [discriminator])));
    return (named.length === 0 ? options : named).flat();
  }
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => variants(option, value));
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodReadonly
  ) {
    return variants(schema.unwrap(), value);
  }
  return [schema];
}

/** Whether one of the variants is the one that carries this value under the key that tells them apart. */
function names(option: readonly Schema[], discriminator: string, value: unknown): boolean {
  return option.some((variant) => {
    if (!(variant instanceof z.ZodObject)) return false;
    const key = (variant.shape as Shape)[discriminator];
    return key !== undefined && z.safeParse(key, value).success;
  });
}
