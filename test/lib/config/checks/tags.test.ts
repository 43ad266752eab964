import { tagFaults } from '../../../../lib/config/checks/tags.js';

const tags = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 'v']));

describe('tagFaults', () => {
  it('accepts as many tags as leave room for those that AWS adds', () => {
    expect(tagFaults({ config: { tags: tags(45) } })).toEqual([]);
    expect(tagFaults({ config: {} })).toEqual([]);
  });

  it('refuses one more', () => {
    expect(tagFaults({ config: { tags: tags(46) } })).toMatchObject([
      { id: 'problem.too-many-tags', params: { got: 46, limit: 45 } },
    ]);
  });
});
