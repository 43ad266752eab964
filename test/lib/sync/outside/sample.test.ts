import type { CutManifest } from '../../../../lib/cut/index.js';
import { sampleOf } from '../../../../lib/sync/outside/sample.js';
import { sha256 } from '../../../support/cuts.js';

const LARGEST = 1000;

function manifestOf(minute: number, paths: readonly string[], size = 10): CutManifest {
  return {
    format: 1,
    generation: `20270607T03${minute}00Z-00000001`,
    cutTime: `2027-06-07T03:${minute}:00.000Z`,
    packageName: 'x.zip',
    packageSha256: sha256('x'),
    window: 'election',
    rehearsal: false,
    files: paths.map((path) => ({ path, size, sha256: sha256(path) })),
  };
}

const MANY = Array.from({ length: 100 }, (_, index) => `actas/${index}.svg`);
const ALWAYS = ['index.html', 'bd/*_PREP.zip', 'none/such.html'];
const pathsOf = (manifest: CutManifest, always = ALWAYS): string[] =>
  sampleOf(manifest, always, LARGEST).map(({ path }) => path);

describe('sampleOf', () => {
  it('takes the files that always are, by their patterns, and eight others', () => {
    const paths = pathsOf(manifestOf(20, ['index.html', 'bd/2020_PREP.zip', ...MANY]));
    expect(paths.slice(0, 2)).toEqual(['index.html', 'bd/2020_PREP.zip']);
    expect(paths).toHaveLength(10);
    expect(new Set(paths).size).toBe(10);
  });

  it('takes all of a small cut, once each', () => {
    expect(pathsOf(manifestOf(20, ['a.txt', 'b.txt', 'index.html'])).sort()).toEqual([
      'a.txt',
      'b.txt',
      'index.html',
    ]);
    expect(pathsOf(manifestOf(20, []))).toEqual([]);
  });

  it('takes one file for a pattern, another one for another cut, however many there are', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `actas/${index}.jpg`);
    const taken = [20, 40].map((minute) => pathsOf(manifestOf(minute, ['index.html', ...many]), ['actas/*']));
    for (const paths of taken) expect(paths).toHaveLength(1 + 8);
    expect(taken[0]?.[0]).toMatch(/^actas/);
    expect(taken[0]?.[0]).not.toBe(taken[1]?.[0]);
  });

  it('takes twelve files at most', () => {
    const paths = pathsOf(manifestOf(20, MANY), MANY);
    expect(new Set(paths).size).toBe(12);
    expect(pathsOf(manifestOf(20, MANY), MANY.slice(0, 10))).toHaveLength(12);
  });

  it('leaves out what the edge takes for a folder', () => {
    const manifest = manifestOf(20, ['LICENSE', 'v1.2/CHECKSUMS', 'v1.2/index.html']);
    expect(pathsOf(manifest, ['LICENSE', 'v1.2/*'])).toEqual(['v1.2/index.html']);
  });

  it('takes the same ones of the same cut again, and others of another', () => {
    const [one, again, next] = [20, 20, 40].map((minute) => pathsOf(manifestOf(minute, MANY), []));
    expect(again).toEqual(one);
    expect([...(next ?? [])].sort()).not.toEqual([...(one ?? [])].sort());
  });

  it('goes through the whole site in the course of a night', () => {
    const seen = new Set(
      Array.from({ length: 90 }, (_, cut) => pathsOf(manifestOf(10 + (cut % 50), MANY), [])).flat(),
    );
    expect(seen.size).toBeGreaterThan(90);
  });

  it('leaves out what is too large to be read each time, also of those that always are', () => {
    const manifest = manifestOf(20, ['index.html', 'a.txt'], LARGEST + 1);
    expect(pathsOf(manifest)).toEqual([]);
    expect(pathsOf({ ...manifest, files: [{ path: 'b.txt', size: LARGEST, sha256: sha256('b') }] })).toEqual([
      'b.txt',
    ]);
  });
});
