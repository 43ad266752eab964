import fc from 'fast-check';
import { isPackageName } from '../../../../lib/sync/sources/inbox-names.js';
import { FUZZ_RUNS } from '../../../support/fuzz-runs.js';

describe('isPackageName', () => {
  it.each(['20240602_2000_PREP_BCS.zip', 'corte.tar.gz', 'corte', 'part.zip', 'ok'])('takes %s', (name) => {
    expect(isPackageName(name, '.ok')).toBe(true);
  });

  it.each([
    '.corte.zip',
    '.corte.zip.a1B2c3',
    'corte.zip.part',
    'corte.zip.PARTIAL',
    'corte.zip.tmp',
    'corte.zip.filepart',
    'corte.zip~',
    'corte.zip.sha256',
    'corte.zip.md5',
    'corte.zip.ok',
  ])('passes over %s', (name) => {
    expect(isPackageName(name, '.ok')).toBe(false);
  });

  it('takes a marker for a package where there are no markers', () => {
    expect(isPackageName('corte.zip.ok', undefined)).toBe(true);
  });

  it('never takes a hidden file, nor a marker, whatever its name', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (name, marker) => {
        return !isPackageName(`.${name}`, marker) && !isPackageName(name + marker, marker);
      }),
      { numRuns: FUZZ_RUNS, seed: 3 },
    );
  });
});
