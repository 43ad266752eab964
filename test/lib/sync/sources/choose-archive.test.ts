import { chooseArchive } from '../../../../lib/sync/sources/choose-archive.js';
import { validatorsOfVersion } from '../../../../lib/sync/sources/named-version.js';

const NAMES = ['2020.zip', '2040.zip', '2000.zip'];
const knowing = (name: string): object => ({ known: validatorsOfVersion({ version: 'x', name }) });

describe('chooseArchive', () => {
  it.each<[string, readonly string[], object, object | undefined]>([
    ['the last by name', NAMES, {}, { path: 'c/2040.zip' }],
    ['the last by name, whichever is known', NAMES, knowing('c/2000.zip'), { path: 'c/2040.zip' }],
    ['nothing of an empty folder', [], {}, undefined],
  ])('takes %s', (_what, names, options, expected) => {
    expect(chooseArchive('c/', names, { known: undefined, incremental: false, ...options })).toEqual(
      expected,
    );
  });

  it.each<[string, readonly string[], object, object | undefined]>([
    ['the last where none is known', NAMES, {}, { path: 'c/2040.zip' }],
    ['the last where one of another folder is known', NAMES, knowing('b/2000.zip'), { path: 'c/2040.zip' }],
    [
      'the next after the one that is known',
      NAMES,
      knowing('c/2000.zip'),
      { path: 'c/2020.zip', more: true },
    ],
    ['the next after one that is gone', NAMES, knowing('c/2010.zip'), { path: 'c/2020.zip', more: true }],
    ['the last of those that wait', NAMES, knowing('c/2020.zip'), { path: 'c/2040.zip', more: false }],
    ['the known one where it is the last', NAMES, knowing('c/2040.zip'), { path: 'c/2040.zip' }],
    ['no older one where the known one is gone', NAMES, knowing('c/2050.zip'), { path: 'c/2050.zip' }],
  ])('takes of changes %s', (_what, names, options, expected) => {
    expect(chooseArchive('c/', names, { known: undefined, incremental: true, ...options })).toEqual(expected);
  });
});
