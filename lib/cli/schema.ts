import { difusorJsonSchema } from '../config/index.js';
import { clausesJsonSchema, convocatoriaJsonSchema } from '../convocatorias/index.js';
import { DifusorError } from '../errors.js';
import type { Messages } from '../messages/index.js';
import { checkJsonSchema } from '../report/index.js';
import type { CliContext } from './context.js';

const SCHEMAS = {
  difusor: difusorJsonSchema,
  convocatoria: convocatoriaJsonSchema,
  clauses: clausesJsonSchema,
  check: checkJsonSchema,
};

export const SCHEMA_NAMES = Object.keys(SCHEMAS);

/**
 * `difusor schema NAME`: prints the JSON Schema of a file.
 * @throws USAGE where there is no schema of that name
 */
export function schema(name: string, context: CliContext, messages: Messages): void {
  const known = Object.entries(SCHEMAS).find(([each]) => each === name);
  if (known === undefined) {
    throw new DifusorError('USAGE', {
      reason: messages.text('cli.schema.unknown', { name, known: SCHEMA_NAMES.join(', ') }),
    });
  }
  context.out(`${JSON.stringify(known[1](), null, 2)}\n`);
}
