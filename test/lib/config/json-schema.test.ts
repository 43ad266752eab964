import { difusorJsonSchema, type JsonSchema } from '../../../lib/config/json-schema.js';
import { es } from '../../../lib/messages/es/index.js';
import { createMessages } from '../../../lib/messages/index.js';

type Node = JsonSchema | boolean | undefined;

/** Path and schema of every key, at every depth. */
function keysOf(node: Node, path = ''): [string, JsonSchema][] {
  if (typeof node !== 'object') return [];
  const own = Object.entries(node.properties ?? {}).flatMap(([key, child]): [string, JsonSchema][] =>
    typeof child === 'boolean' ? [] : [[`${path}${key}`, child], ...keysOf(child, `${path}${key}.`)],
  );
  const variants = node.oneOf ?? node.anyOf ?? [];
  return [...own, ...keysOf(node.items as Node, path), ...variants.flatMap((each) => keysOf(each, path))];
}

describe('difusorJsonSchema', () => {
  const schema = difusorJsonSchema();

  it('names the draft, the file, and the keys that nobody may leave out', () => {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'difusor.yaml',
      additionalProperties: false,
    });
    expect(schema.required).toEqual(['convocatoria', 'institution', 'domain']);
  });

  it('says of every key what it is for, in the language asked for', () => {
    const mute = keysOf(schema).filter(([, key]) => key.description === undefined);
    expect(mute.map(([path]) => path)).toEqual([]);
    const english = difusorJsonSchema(createMessages('en'));
    expect(english.properties?.domain).toHaveProperty('description', 'Public name of the results site.');
  });

  it('describes no key that the schema does not have', () => {
    const paths = new Set(keysOf(schema).map(([path]) => `schema.difusor.key.${path}`));
    const described = Object.keys(es).filter((id) => id.startsWith('schema.difusor.key.'));
    expect(described.length).toBeGreaterThan(100);
    expect(described.filter((id) => !paths.has(id))).toEqual([]);
  });

  it('accepts keys with a default as absent and marks nothing as read-only', () => {
    expect(schema.properties?.region).toHaveProperty('default', 'us-east-1');
    expect(JSON.stringify(schema)).not.toContain('readOnly');
  });

  it('holds only patterns that a JSON Schema validator can compile', () => {
    const patterns = [...JSON.stringify(schema).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)];
    expect(patterns.length).toBeGreaterThan(10);
    for (const [, pattern = '""'] of patterns) {
      expect(() => new RegExp(JSON.parse(pattern) as string, 'u')).not.toThrow();
    }
  });
});
