import { overlay } from '../../../lib/publish/overlay.js';
import { sha256 } from '../../support/cuts.js';

const file = (path: string, content = 'x'): { path: string; size: number; sha256: string } => ({
  path,
  size: content.length,
  sha256: sha256(content),
});
const paths = (base: string[], changed: string[]): string[] =>
  overlay(
    base.map((path) => file(path)),
    changed.map((path) => file(path)),
  ).map(({ path }) => path);

describe('overlay', () => {
  it('lays the changed files over those of the cut before, sorted by path', () => {
    const base = [file('a', '1'), file('b', '2'), file('c', '3')];
    const changed = [file('b', 'new'), file('B', '4'), file('d', '5')];
    expect(overlay(base, changed)).toEqual([
      file('B', '4'),
      file('a', '1'),
      file('b', 'new'),
      file('c', '3'),
      file('d', '5'),
    ]);
  });

  it.each([
    ['a file that takes the place of a folder', ['a/b', 'a/c/d', 'ab'], ['a'], ['a', 'ab']],
    ['a folder that takes the place of a file', ['a', 'b'], ['a/b/c'], ['a/b/c', 'b']],
    ['a package without a file', ['a'], [], ['a']],
    ['a first cut', [], ['a'], ['a']],
  ])('knows %s', (_what, base, changed, all) => {
    expect(paths(base, changed)).toEqual(all);
  });
});
