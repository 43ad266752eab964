import { z } from 'zod';
import { createMessages, isMessageId, type Messages } from '../messages/index.js';
import { clausesFileSchema, convocatoriaFileSchema } from './schema.js';

/** A JSON Schema document, draft 2020-12. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The schema of `convocatoria.yaml`, for editors. */
export function convocatoriaJsonSchema(messages: Messages = createMessages()): JsonSchema {
  const schema = toJsonSchema(convocatoriaFileSchema);
  return {
    ...schema,
    title: messages.text('schema.convocatoria.title'),
    description: messages.text('schema.convocatoria.description'),
    properties: described(schema.properties, messages, (key) => `schema.convocatoria.key.${key}`),
  };
}

/** The schema of `clauses.yaml`, for editors. */
export function clausesJsonSchema(messages: Messages = createMessages()): JsonSchema {
  const schema = toJsonSchema(clausesFileSchema);
  const item = schema.items as JsonSchema;
  return {
    ...schema,
    title: messages.text('schema.clauses.title'),
    description: messages.text('schema.clauses.description'),
    items: {
      ...item,
      properties: described(item.properties, messages, (key) => `schema.clauses.key.${key}`),
    },
  };
}

type Properties = NonNullable<JsonSchema['properties']>;

function described(
  properties: Properties = {},
  messages: Messages,
  idOf: (key: string) => string,
): Properties {
  const entries = Object.entries(properties).map(([key, schema]): [string, Properties[string]] => {
    const id = idOf(key);
    if (typeof schema === 'boolean' || !isMessageId(id)) return [key, schema];
    return [key, { ...schema, description: messages.text(id) }];
  });
  return Object.fromEntries(entries);
}

function toJsonSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'input',
    override: ({ jsonSchema }) => {
      // Immutable in memory is not read-only for who writes the file.
      delete jsonSchema.readOnly;
    },
  });
}
