import { z } from 'zod';
import { createMessages, isMessageId, type Messages } from '../messages/index.js';
import { difusorSchema } from './schema.js';

/** A JSON Schema document, draft 2020-12. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The schema of `difusor.yaml`, for editors; each key says what it is for. */
export function difusorJsonSchema(messages: Messages = createMessages()): JsonSchema {
  const schema = z.toJSONSchema(difusorSchema, {
    target: 'draft-2020-12',
    io: 'input',
    override: ({ jsonSchema, path }) => {
      // Immutable in memory is not read-only for who writes the file.
      delete jsonSchema.readOnly;
      const id = `schema.difusor.key.${keyOf(path)}`;
      if (path.at(-2) === 'properties' && isMessageId(id)) jsonSchema.description = messages.text(id);
    },
  });
  return {
    ...schema,
    title: messages.text('schema.difusor.title'),
    description: messages.text('schema.difusor.description'),
  };
}

/** `properties.source.properties.host` is `source.host`; lists and variants have no name of their own. */
function keyOf(path: readonly (string | number)[]): string {
  return path.filter((_step, index) => path[index - 1] === 'properties').join('.');
}
