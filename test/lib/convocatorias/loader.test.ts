import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listConvocatorias, loadConvocatoria } from '../../../lib/convocatorias/loader.js';
import { DifusorError } from '../../../lib/errors.js';
import { createMessages, renderError } from '../../../lib/messages/index.js';
import { CallFolders, rawClauses, rawFacts } from './sample-call.js';

let folders: CallFolders;
beforeEach(() => {
  folders = new CallFolders();
});
afterEach(() => {
  folders.remove();
});

function failureOf(load: () => unknown): DifusorError {
  try {
    load();
  } catch (error) {
    if (error instanceof DifusorError) return error;
    throw error;
  }
  throw new Error('loaded without a failure');
}

const own = (path: string) => loadConvocatoria(path, { baseDir: folders.root });
const placesOf = ({ problems }: DifusorError) =>
  problems.map(({ id, key, file, line }) => [id, key, file, line]);

describe('listConvocatorias', () => {
  it('gives the ids of the built-in calls, sorted', () => {
    const ids = listConvocatorias();
    expect(ids).toEqual([...ids].sort());
    expect(ids).toEqual(expect.arrayContaining(['bcs-2024', 'puebla-2024']));
  });

  it('counts no folder without convocatoria.yaml, and no file', () => {
    folders.write('mar-2027');
    mkdirSync(join(folders.root, 'empty'));
    writeFileSync(join(folders.root, 'loader.js'), '');
    expect(listConvocatorias({ builtInDir: folders.root })).toEqual(['mar-2027']);
  });
});

describe('loadConvocatoria', () => {
  it('reads a built-in call by its id', () => {
    expect(loadConvocatoria('bcs-2024')).toMatchObject({ id: 'bcs-2024', zone: 'America/Mazatlan' });
  });

  it('reads a folder of the user’s, relative to the base or absolute', () => {
    folders.write('calls/mine');
    expect(own('calls/mine')).toMatchObject({ id: 'mar-2027', clauses: rawClauses() });
    expect(own('./calls/mine')).toEqual(own('calls/mine'));
    expect(own('calls/x/../mine')).toEqual(own('calls/mine'));
    expect(loadConvocatoria(join(folders.root, 'calls/mine'))).toEqual(own('calls/mine'));
  });

  it('prefers the built-in call to a folder of the same name, and takes the folder by its path', () => {
    folders.write('bcs-2024');
    expect(own('bcs-2024').id).toBe('bcs-2024');
    expect(own('./bcs-2024').id).toBe('mar-2027');
  });

  test.each([
    ['an id that is none', 'sonora-2024'],
    ['an empty id', ''],
    ['a path to nothing', '../none/nowhere'],
    ['a path to a file', '/dev/null'],
    ['a NUL in the name', 'a\0b'],
    ['a name too long', 'x'.repeat(5000)],
  ])('does not find %s, and tells the calls it knows', (_name, id) => {
    const error = failureOf(() => own(id));
    expect(error.code).toBe('CONVOCATORIA_NOT_FOUND');
    expect(error.params).toEqual({ id, known: listConvocatorias().join(', ') });
  });

  it('tells the missing file of a folder', () => {
    folders.write('mine', rawFacts(), null);
    const error = failureOf(() => own('mine'));
    expect(error.code).toBe('CONVOCATORIA_INVALID');
    expect(error.params).toEqual({ id: 'mine', count: 1 });
    expect(placesOf(error)).toEqual([
      ['problem.convocatoria.file-missing', '', join('mine', 'clauses.yaml'), undefined],
    ]);
  });

  it('tells both files of an empty folder', () => {
    mkdirSync(join(folders.root, 'mine'));
    expect(failureOf(() => own('mine')).problems).toHaveLength(2);
  });

  it('tells the problems of shape of both files at once, each with its line', () => {
    const facts = 'id: mar-2027\nzone: CST\nopenning: 1\n';
    const clauses = '- id: I.a\n  clause: I.a\n  bearer: nobody\n';
    folders.write('mine', facts, clauses);
    const places = placesOf(failureOf(() => own('mine')));
    expect(places).toEqual(
      expect.arrayContaining([
        ['problem.convocatoria.zone', 'zone', join('mine', 'convocatoria.yaml'), 2],
        ['problem.convocatoria.unknown-key', 'openning', join('mine', 'convocatoria.yaml'), 3],
        ['problem.convocatoria.missing', 'opening', join('mine', 'convocatoria.yaml'), 1],
        ['problem.convocatoria.not-allowed', '0.bearer', join('mine', 'clauses.yaml'), 3],
        ['problem.convocatoria.missing', '0.duty', join('mine', 'clauses.yaml'), 1],
      ]),
    );
  });

  it('tells what is inconsistent in one file although the other cannot be read', () => {
    folders.write('mine', rawFacts({ takeDown: { minutes: 60, periods: 3, clause: 'I.b' } }), 'a: [');
    expect(failureOf(() => own('mine')).problems.map(({ id }) => id)).toEqual([
      'problem.convocatoria.take-down',
      'problem.convocatoria.syntax',
    ]);
    folders.write('other', 'a: [', [...rawClauses()].reverse());
    expect(failureOf(() => own('other')).problems.map(({ id }) => id)).toEqual([
      'problem.convocatoria.syntax',
      ...rawClauses()
        .slice(1)
        .map(() => 'problem.convocatoria.clauses-unsorted'),
    ]);
  });

  it('tells what does not fit between the two files', () => {
    folders.write('mine', rawFacts({ rehearsalsClause: 'IX' }), rawClauses(0, { deadline: 'logo' }));
    expect(failureOf(() => own('mine')).problems).toMatchObject([
      {
        id: 'problem.convocatoria.clause-unknown',
        key: 'rehearsalsClause',
        file: join('mine', 'convocatoria.yaml'),
      },
      { id: 'problem.convocatoria.deadline-unknown', key: '0.deadline', file: join('mine', 'clauses.yaml') },
    ]);
  });

  it('demands that a built-in call be named as its folder, and of a folder of the user’s it does not', () => {
    folders.write('mar-2028');
    expect(own('mar-2028').id).toBe('mar-2027');
    const error = failureOf(() => loadConvocatoria('mar-2028', { builtInDir: folders.root }));
    expect(error.problems).toMatchObject([
      {
        id: 'problem.convocatoria.folder-name',
        key: 'id',
        params: { got: 'mar-2027', folder: 'mar-2028' },
        line: 1,
      },
    ]);
  });

  test.each<[string, unknown]>([
    ['a list instead of keys', ['a']],
    ['an empty file', ''],
    ['a bare text', 'hola'],
    ['a prototype key', '__proto__: { id: x }\nconstructor: 1\n'],
  ])('refuses %s as convocatoria.yaml', (_name, facts) => {
    folders.write('mine', facts);
    const error = failureOf(() => own('mine'));
    expect(error.code).toBe('CONVOCATORIA_INVALID');
    expect(error.problems.every(({ file }) => file === join('mine', 'convocatoria.yaml'))).toBe(true);
  });

  it('refuses clauses.yaml without a single clause', () => {
    folders.write('mine', rawFacts(), '[]');
    expect(failureOf(() => own('mine')).problems).toMatchObject([
      { id: 'problem.convocatoria.empty', key: '' },
    ]);
  });

  test.each(['es', 'en'] as const)('has a sentence and a remedy in %s for each problem', (locale) => {
    folders.write(
      'mine',
      rawFacts({
        zone: 'CST',
        extra: 1,
        id: 7,
        delivery: [],
        electionDay: 'x',
        cadence: { minutes: 0 },
        institute: 1,
      }),
      rawClauses(0, { bearer: 'nobody' }),
    );
    const error = failureOf(() => own('mine'));
    const lines = renderError(error, createMessages(locale));
    expect(error.problems.length).toBeGreaterThanOrEqual(8);
    expect(lines).toHaveLength(2 + 3 * error.problems.length);
    expect(lines.join('\n')).not.toMatch(/problem\.convocatoria|undefined|\{|\}/);
  });
});
