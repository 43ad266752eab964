import { DifusorError, ERROR_CODES } from '../../../lib/errors.js';
import { outcomeOf } from '../../../lib/sync/outcome.js';

describe('outcomeOf', () => {
  it('tells a package at fault from everything else by the code', () => {
    const refused = ERROR_CODES.filter((code) => outcomeOf(new DifusorError(code)).kind === 'refused');
    expect(refused).toEqual(ERROR_CODES.filter((code) => /^(?:ARCHIVE|CUT|INTEGRITY)_/.test(code)));
    expect(refused.length).toBeGreaterThan(10);
    expect(refused).toContain('INTEGRITY_SIDECAR_MISMATCH');
  });
});
