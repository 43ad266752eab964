import { byPath, totalSize } from '../../../lib/cut/sizes.js';

describe('totalSize', () => {
  it('adds the files’ bytes up', () => {
    expect(totalSize([])).toBe(0);
    expect(
      totalSize([
        { path: 'a', size: 2 },
        { path: 'b', size: 3 },
      ]),
    ).toBe(5);
  });
});

describe('byPath', () => {
  it('sorts by code units', () => {
    const sorted = ['ñ', 'a/b', 'a.html', 'Z', 'a'].map((path) => ({ path })).sort(byPath);
    expect(sorted.map(({ path }) => path)).toEqual(['Z', 'a', 'a.html', 'a/b', 'ñ']);
    expect(byPath({ path: 'a' }, { path: 'a' })).toBe(0);
  });
});
