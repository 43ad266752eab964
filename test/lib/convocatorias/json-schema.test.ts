import {
  clausesJsonSchema,
  convocatoriaJsonSchema,
  type JsonSchema,
} from '../../../lib/convocatorias/json-schema.js';
import { clauseSchema, convocatoriaFileSchema } from '../../../lib/convocatorias/schema.js';
import { createMessages } from '../../../lib/messages/index.js';

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

const itemOf = (schema: JsonSchema) => schema.items as JsonSchema;
const described = (schema: JsonSchema) =>
  Object.entries(schema.properties ?? {}).filter(
    ([, value]) => typeof value === 'object' && value.description,
  );

describe('convocatoriaJsonSchema', () => {
  const schema = convocatoriaJsonSchema();

  it('is an object of draft 2020-12 with a title that allows no unknown key', () => {
    expect(schema).toMatchObject({
      $schema: DRAFT,
      title: 'convocatoria.yaml',
      type: 'object',
      additionalProperties: false,
    });
    expect(schema.description).toMatch(/convocatoria/);
  });

  it('has every key of the file, each with a description', () => {
    const keys = Object.keys(convocatoriaFileSchema.shape);
    expect(Object.keys(schema.properties ?? {})).toEqual(keys);
    expect(described(schema).map(([key]) => key)).toEqual(keys);
  });

  it('demands what the loader demands, and leaves optional what it does not', () => {
    expect(schema.required).toEqual(expect.arrayContaining(['id', 'zone', 'opening', 'cadence', 'readings']));
    expect(schema.required).not.toContain('server');
    expect(schema.required).not.toContain('rehearsalsClause');
  });

  it('lets an editor know the closed lists and the silences', () => {
    expect(JSON.stringify(schema.properties?.delivery)).toContain('["pull","push","frame"]');
    expect(JSON.stringify(schema.properties?.cadence)).toContain('{"type":"null"}');
    expect(JSON.stringify(schema.properties?.opening)).not.toContain('{"type":"null"}');
  });

  it('marks nothing as read-only', () => {
    expect(JSON.stringify([schema, clausesJsonSchema()])).not.toContain('readOnly');
  });

  it('is the same each time, and speaks the language asked for', () => {
    expect(convocatoriaJsonSchema()).toEqual(schema);
    const english = convocatoriaJsonSchema(createMessages('en'));
    expect(english.description).not.toBe(schema.description);
    expect(english.required).toEqual(schema.required);
  });
});

describe('clausesJsonSchema', () => {
  const schema = clausesJsonSchema();

  it('is a list of draft 2020-12 with at least one clause', () => {
    expect(schema).toMatchObject({ $schema: DRAFT, title: 'clauses.yaml', type: 'array', minItems: 1 });
  });

  it('has every key of a clause, each with a description', () => {
    const keys = Object.keys(clauseSchema.unwrap().shape);
    expect(Object.keys(itemOf(schema).properties ?? {})).toEqual(keys);
    expect(described(itemOf(schema)).map(([key]) => key)).toEqual(keys);
  });

  it('knows the kinds of proof', () => {
    expect(itemOf(schema).properties?.kind).toMatchObject({
      enum: ['template', 'live', 'worker', 'document', 'human'],
    });
  });
});
