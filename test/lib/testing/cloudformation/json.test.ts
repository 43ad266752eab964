import {
  asText,
  isObject,
  objectAt,
  objectsIn,
  sameJson,
  scalarText,
  stringAt,
} from '../../../../lib/testing/cloudformation/json.js';

describe('json', () => {
  it('tells objects from lists and scalars', () => {
    expect([{}, [], null, 'a', undefined].map(isObject)).toEqual([true, false, false, false, false]);
  });

  it('compares whatever the order of the keys', () => {
    expect(sameJson({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true);
    expect(sameJson({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
  });

  it('reads what is there and stays calm about what is not', () => {
    const value = { inner: { text: 'a' }, list: [{ n: 1 }, 'b'] };
    expect(objectAt(value, 'inner')).toEqual({ text: 'a' });
    expect(objectAt(value, 'list')).toEqual({});
    expect(stringAt(value.inner, 'text')).toBe('a');
    expect(stringAt(value, 'inner')).toBeUndefined();
    expect(objectsIn(value.list)).toEqual([{ n: 1 }]);
    expect(objectsIn(undefined)).toEqual([]);
  });

  it('writes scalars as CloudFormation does, and the rest as JSON', () => {
    expect([true, 30, 'a', null, [1]].map(scalarText)).toEqual(['true', '30', 'a', undefined, undefined]);
    expect([true, [1], null].map(asText)).toEqual(['true', '[1]', 'null']);
  });
});
