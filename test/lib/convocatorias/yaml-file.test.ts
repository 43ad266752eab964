import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseYaml, readYamlFile } from '../../../lib/convocatorias/yaml-file.js';

const TEXT = ['# a comment', 'opening:', '  at: never', 'ports:', '  - port: 22', '  - port: 80', ''].join(
  '\n',
);

describe('parseYaml', () => {
  const idsOf = (text: string) => parseYaml(text, 'f.yaml').problems.map(({ id, line }) => [id, line]);

  it('gives plain data, with days as text', () => {
    expect(parseYaml('a: 2024-06-02\nb: [1, true, null]', 'f.yaml')).toMatchObject({
      data: { a: '2024-06-02', b: [1, true, null] },
      problems: [],
    });
  });

  test.each([
    ['a value at its key', ['opening', 'at'], 3, 3],
    ['a value of a list', ['ports', 1, 'port'], 6, 5],
    ['an item of a list', ['ports', 0], 5, 5],
    ['a missing key at its parent', ['opening', 'clause'], 2, 1],
    ['a missing item at its list', ['ports', 7, 'port'], 4, 1],
    ['a path through a text at that text', ['opening', 'at', 'deeper'], 3, 3],
    ['a key missing at the top on the first line', ['zone'], 1, 1],
  ])('places %s', (_name, path, line, column) => {
    const fault = { id: 'problem.convocatoria.missing', path, params: { name: 'x' } } as const;
    expect(parseYaml(TEXT, 'own/f.yaml').place(fault)).toEqual({
      id: fault.id,
      params: fault.params,
      key: path.join('.'),
      file: 'own/f.yaml',
      line,
      column,
    });
  });

  test.each([
    ['a key twice', 'a: 1\nb: 2\na: 3', 'duplicate-key', 3],
    ['a tag', 'a: 1\nb: !!js/function x', 'syntax', 2],
    ['an own tag', 'a: !env SECRET', 'syntax', 1],
    ['a flow that never closes', 'a: [1, 2', 'syntax', 1],
    ['two documents', 'a: 1\n---\nb: 2', 'syntax', 2],
    ['an alias', 'a: &x 1\nb: *x', 'alias', 1],
    ['an alias to nothing', 'a: *x', 'alias', 1],
  ])('refuses %s', (_name, text, problem, line) => {
    expect(idsOf(text)).toEqual([[`problem.convocatoria.${problem}`, line]]);
    expect(parseYaml(text, 'f.yaml').data).toBeUndefined();
  });

  it('refuses a bomb of nested aliases without expanding it', () => {
    const levels = Array.from({ length: 40 }, (_, n) => `l${n + 1}: &l${n + 1} [${`*l${n},`.repeat(9)}]`);
    expect(idsOf(['l0: &l0 ha', ...levels].join('\n'))).toEqual([['problem.convocatoria.alias', 1]]);
  });
});

describe('readYamlFile', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yaml-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const problemsOf = (name: string) => readYamlFile(join(folder, name), `own/${name}`).problems;

  it('reads a file and names it as the user knows it', () => {
    writeFileSync(join(folder, 'f.yaml'), TEXT);
    const file = readYamlFile(join(folder, 'f.yaml'), 'own/f.yaml');
    expect(file.data).toEqual({ opening: { at: 'never' }, ports: [{ port: 22 }, { port: 80 }] });
    expect(file.place({ id: 'problem.convocatoria.empty', path: ['ports'], params: {} }).file).toBe(
      'own/f.yaml',
    );
  });

  it('tells a file that is not there, and a folder in its place', () => {
    mkdirSync(join(folder, 'd.yaml'));
    const missing = { id: 'problem.convocatoria.file-missing', key: '', params: {} };
    expect(problemsOf('none.yaml')).toEqual([{ ...missing, file: 'own/none.yaml' }]);
    expect(problemsOf('d.yaml')).toEqual([{ ...missing, file: 'own/d.yaml' }]);
    expect(problemsOf('d.yaml/inner.yaml')).toEqual([{ ...missing, file: 'own/d.yaml/inner.yaml' }]);
  });

  it('tells a file that is too large, before reading it', () => {
    writeFileSync(join(folder, 'big.yaml'), `a: ${'x'.repeat(1_048_576)}`);
    expect(problemsOf('big.yaml')).toMatchObject([
      { id: 'problem.convocatoria.file-too-large', params: { maxKib: 1024 } },
    ]);
  });

  it('tells a file that is not UTF-8', () => {
    writeFileSync(join(folder, 'latin.yaml'), Buffer.from('a: elecci\xf3n', 'latin1'));
    expect(problemsOf('latin.yaml')).toMatchObject([{ id: 'problem.convocatoria.not-utf8' }]);
  });
});
