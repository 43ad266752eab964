import { knownVersion, validatorsOfVersion } from '../../../../lib/sync/sources/named-version.js';

describe('knownVersion', () => {
  const validators = validatorsOfVersion({ version: '"abc"', name: 'cortes/un corte.zip' });

  it('gives back what was known of the same file', () => {
    expect(knownVersion(validators, 'cortes/un corte.zip')).toBe('"abc"');
  });

  it.each([
    ['another file', validators, 'cortes/otro.zip'],
    ['nothing known', undefined, 'a.zip'],
    ['validators of another source', { etag: '"abc"' }, 'a.zip'],
  ])('knows nothing with %s', (_what, known, name) => {
    expect(knownVersion(known, name)).toBeUndefined();
  });
});
