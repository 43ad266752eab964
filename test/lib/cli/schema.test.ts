import { cli } from '../../support/cli.js';

describe('difusor schema', () => {
  test.each(['difusor', 'convocatoria', 'clauses', 'check'])('prints the JSON Schema of %s', async (name) => {
    const { status, out } = await cli(['schema', name]);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
  });
});
