import type { ManifestFile } from '../../../lib/cut/index.js';
import { findIn, shareEntries } from '../../../lib/publish/known-files.js';

const file = (path: string, size = 1, digit = 'a'): ManifestFile => ({
  path,
  size,
  sha256: digit.repeat(64),
});
const FILES = ['Z', 'a', 'a.html', 'a/b', 'b', 'ñ'].map((path) => file(path));

describe('findIn', () => {
  it.each([
    ['in order', FILES],
    ['backwards', [...FILES].reverse()],
    ['twice each', FILES.flatMap((one) => [one, one])],
  ])('finds every file, asked %s', (_what, asked) => {
    const find = findIn(FILES);
    expect(asked.map(({ path }) => find(path))).toEqual(asked);
  });

  it.each(['', 'A', 'a.htm', 'a/', 'zz', '選'])('does not find %j, and all others after it', (path) => {
    const find = findIn(FILES);
    expect(find(path)).toBeUndefined();
    expect(FILES.map((one) => find(one.path))).toEqual(FILES);
  });

  it('finds files that stand in no order', () => {
    const find = findIn([...FILES].reverse());
    expect(FILES.map(({ path }) => find(path))).toEqual(FILES);
  });

  it('finds nothing where there is nothing', () => {
    expect(findIn([])('a')).toBeUndefined();
  });
});

describe('shareEntries', () => {
  it('takes the entries of the cut before that say the same, and no others', () => {
    const next = [file('Z', 2), file('a'), file('a.html', 1, 'b'), file('new'), file('ñ')];
    const shared = shareEntries(next, { files: FILES });
    expect(shared).toEqual(next);
    expect(shared.map((one) => FILES.includes(one))).toEqual([false, true, false, false, true]);
  });

  it('leaves a first cut as it is', () => {
    expect(shareEntries(FILES, undefined)).toEqual(FILES);
  });
});
