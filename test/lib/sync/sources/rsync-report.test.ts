import fc from 'fast-check';
import { isDifusorError } from '../../../../lib/errors.js';
import { RsyncReport } from '../../../../lib/sync/sources/rsync-report.js';
import { FUZZ_RUNS } from '../../../support/fuzz-runs.js';
import { thrownBy } from '../../../support/thrown.js';

describe('RsyncReport', () => {
  const report = (): RsyncReport => new RsyncReport({ maxBytes: 1000, maxEntries: 2 });
  const after = (...lines: readonly string[]): RsyncReport => {
    const read = report();
    for (const line of lines) read.read(line);
    return read;
  };

  it('counts what came, changed and went, and the bytes of files', () => {
    const read = after(
      'change cd+++++++++ 4096 json/',
      'change >f+++++++++ 600 json/main.json',
      'change >fc........ 400 index.html',
      'change *deleting   0 old.html',
    );
    expect([read.changes, read.bytes]).toEqual([4, 1000]);
  });

  it.each([
    ['change >f+++++++++ 1001 a', 'SOURCE_TOO_LARGE'],
    ['actas.bin is over max-size', 'SOURCE_TOO_LARGE'],
    ['skipping non-regular file "enlace"', 'ARCHIVE_ENTRY_KIND_UNKNOWN'],
  ])('refuses at %j', (line, code) => {
    expect(thrownBy(() => after(line))).toMatchObject({ code });
  });

  it('refuses more changes than two whole trees could make', () => {
    const lines = Array.from({ length: 5 }, (_, n) => `change cd+++++++++ 4096 ${n}/`);
    expect(after(...lines.slice(1)).changes).toBe(4);
    expect(thrownBy(() => after(...lines))).toMatchObject({ code: 'ARCHIVE_TOO_MANY_ENTRIES' });
  });

  it('takes no name of a file for something that rsync says', () => {
    const read = after(
      'change >f+++++++++ 1 skipping non-regular file "x"',
      'change >f+++++++++ 1 a is over max-size',
    );
    expect(read.changes).toBe(2);
  });

  it('throws nothing but a coded error, whatever it reads', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string().map((text) => `change ${text}`),
      fc.tuple(fc.nat(), fc.string()).map(([length, name]) => `change >f+++++++++ ${length} ${name}`),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        try {
          const read = after(...lines);
          return read.bytes <= 1000 && read.changes <= 4;
        } catch (error) {
          return isDifusorError(error);
        }
      }),
      { numRuns: FUZZ_RUNS, seed: 3 },
    );
  });
});
