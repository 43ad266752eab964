import { chooseArchive } from '../../../../lib/sync/sources/choose-archive.js';
import { validatorsOfVersion } from '../../../../lib/sync/sources/named-version.js';

const NAMES = ['2020.zip', '2040.zip', '2000.zip'];
const passing = (...names: string[]): object => ({
  passed: names.map((name) => validatorsOfVersion({ version: 'x', name })),
});
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
    [
      'the next after the package of the newest cut',
      NAMES,
      { after: '2000.zip' },
      { path: 'c/2020.zip', more: true },
    ],
    [
      'what is behind one that was passed over',
      NAMES,
      { ...knowing('c/2000.zip'), ...passing('c/2020.zip') },
      { path: 'c/2040.zip', more: false },
    ],
    [
      'what came between those that were passed over',
      [...NAMES, '2030.zip'],
      { ...knowing('c/2000.zip'), ...passing('c/2020.zip', 'c/2040.zip') },
      { path: 'c/2030.zip', more: false },
    ],
    [
      'the first that was passed over, once nothing else is there',
      NAMES,
      { ...knowing('c/2000.zip'), ...passing('c/2010.zip', 'c/2020.zip', 'c/2040.zip') },
      { path: 'c/2020.zip' },
    ],
    [
      'an older one where the last is of no use and none was taken',
      NAMES,
      passing('c/2040.zip'),
      { path: 'c/2020.zip' },
    ],
    ['the last again where none is of use', ['2040.zip'], passing('c/2040.zip'), { path: 'c/2040.zip' }],
    ['the known one where it is the last', NAMES, knowing('c/2040.zip'), { path: 'c/2040.zip' }],
    ['no older one where the known one is gone', NAMES, knowing('c/2050.zip'), { path: 'c/2050.zip' }],
  ])('takes of changes %s', (_what, names, options, expected) => {
    expect(chooseArchive('c/', names, { known: undefined, incremental: true, ...options })).toEqual(expected);
  });
});
