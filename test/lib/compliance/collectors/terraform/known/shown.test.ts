import { shown } from '../../../../../../lib/compliance/collectors/terraform/known/shown.js';

describe('shown', () => {
  test.each<[unknown, string]>([
    ['a b', 'a b'],
    [0, '0'],
    [{ a: [1] }, '{"a":[1]}'],
    [undefined, ''],
  ])('gives %j as %j', (value, text) => {
    expect(shown(value)).toBe(text);
  });
});
