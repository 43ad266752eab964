import { deepFreeze } from '../../../lib/config/deep-freeze.js';

describe('deepFreeze', () => {
  it('freezes to the leaves, also below what is frozen already', () => {
    const value = deepFreeze({ a: Object.freeze([{ b: 1 }]), c: null, d: 'x' });
    expect(Object.isFrozen(value)).toBe(true);
    expect(Object.isFrozen(value.a[0])).toBe(true);
  });
});
