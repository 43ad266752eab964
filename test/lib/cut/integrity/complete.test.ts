import { assertArchivesComplete, assertComplete } from '../../../../lib/cut/integrity/complete.js';
import { shelfOfPackage } from '../../../../lib/cut/content/package-file-shelf.js';
import { packageOf } from '../../../support/package-double.js';
import { thrownBy } from '../../../support/thrown.js';
import { buildZip } from '../../../support/zip-writer.js';

const files = ['index.html', 'json/main.json', 'bd/PREP_GUB.zip'].map((path) => ({ path }));

describe('assertComplete', () => {
  it('accepts a cut that has a file for each pattern', () => {
    const patterns = ['index.html', 'json/*.json', 'bd/*GUB*.zip!/*.csv'];
    expect(() => assertComplete(files, patterns, 'p.zip')).not.toThrow();
    expect(() => assertComplete([], [], 'p.zip')).not.toThrow();
  });

  it.each(['main.json', 'bd/*AYUN*.zip', 'bd/*AYUN*.zip!/*.csv'])('refuses a cut without %p', (pattern) => {
    expect(thrownBy(() => assertComplete(files, ['index.html', pattern], 'p.zip'))).toMatchObject({
      code: 'CUT_INCOMPLETE',
      params: { package: 'p.zip', file: pattern },
    });
  });
});

describe('assertArchivesComplete', () => {
  const shelf = shelfOfPackage(
    packageOf({
      'bd/PREP_GUB.zip': buildZip([{ name: 'GUB.csv', content: 'x' }]),
      'bd/PREP_AYUN.zip': buildZip([{ name: 'leeme.txt', content: 'x' }]),
    }),
  );

  it.each(['bd/*.zip!/*.csv', 'bd/PREP_GUB.zip!/GUB.csv', 'otro.zip!/*.csv', 'index.html'])(
    'has nothing to say against %p',
    async (pattern) => {
      await expect(assertArchivesComplete(shelf, [pattern], 'p.zip')).resolves.toBeUndefined();
    },
  );

  it('refuses a package whose archive lacks the file', async () => {
    const pattern = 'bd/*AYUN*.zip!/*.csv';
    await expect(assertArchivesComplete(shelf, [pattern], 'p.zip')).rejects.toMatchObject({
      code: 'CUT_INCOMPLETE',
      params: { package: 'p.zip', file: pattern },
    });
  });
});
