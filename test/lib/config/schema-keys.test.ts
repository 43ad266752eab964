import { difusorSchema } from '../../../lib/config/schema.js';
import { keysAt } from '../../../lib/config/schema-keys.js';

describe('keysAt', () => {
  test.each([
    ['an object behind a default', ['waf', 'rateLimit'], ['requestsPer5Minutes', 'action']],
    ['an item of a list behind a default', ['contacts', 3], ['name', 'role', 'email', 'phone']],
    ['every variant of a union', ['shield'], ['tier', 'acceptsMonthlyPriceUsd']],
    ['a refined object', ['certificate'], ['arn', 'hostedZone']],
    ['a read-only optional object', ['dates', 'statistics'], ['from', 'to']],
  ])('gives the keys of %s', (_name, path, expected) => {
    expect(keysAt(difusorSchema, path)).toEqual(expected);
  });

  it('gives the top-level keys for the empty path', () => {
    expect(keysAt(difusorSchema, [])).toEqual(Object.keys(difusorSchema.shape));
  });

  test.each([[['domain']], [['tags']], [['contacts']], [['nothing', 'below']], [['__proto__']]])(
    'gives none at %j',
    (path) => {
      expect(keysAt(difusorSchema, path)).toEqual([]);
    },
  );
});
