import fc from 'fast-check';
import { ColumnMissing, readCsvColumn } from '../../../../lib/cut/content/csv-column.js';
import { csvFile, PIPES, PUEBLA, type CsvDialect } from '../../../support/csv-file.js';
import { FUZZ_RUNS } from '../../../support/fuzz-runs.js';

const FUZZ = { seed: 20270606, numRuns: FUZZ_RUNS };
/** Streams take their time when there are 100,000 of them. */
const FUZZ_TIMEOUT_MS = 10_000 + 40 * FUZZ_RUNS;
const ABOVE = ['GUBERNATURA', '03/06/2024 20:00 (UTC-6)', '', 'ESPERADAS,CAPTURADAS', '8334,8259', ''];

/** The bytes of a file in pieces, as a disk or an archive gives them. */
async function* pieces(bytes: Buffer, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    await Promise.resolve();
    yield bytes.subarray(at, at + size);
  }
}

async function columnOf(bytes: Buffer, column: string, size?: number): Promise<string[]> {
  const cells: string[] = [];
  for await (const cell of readCsvColumn(pieces(bytes, size), column)) cells.push(cell);
  return cells;
}

describe('readCsvColumn', () => {
  const rows = [
    ['CLAVE', 'SHA', 'OBSERVACIÓN'],
    ["'21", 'aa', 'ACTA, "ILEGIBLE"'],
    ["'22", "'bb", 'N/A'],
    ["'23", ' - ', 'dos\nlíneas'],
  ];

  it.each<[string, CsvDialect, readonly string[]]>([
    ['as in Puebla', PUEBLA, ABOVE],
    ['with pipes, CR and Windows-1252', PIPES, ['sep=|', ...ABOVE]],
    ['with semicolons and CR LF', { ...PUEBLA, delimiter: ';', lineEnd: '\r\n' }, ABOVE],
    ['with tabs', { ...PUEBLA, delimiter: '\t', encoding: 'utf-8' }, []],
    ['with every cell quoted', { ...PUEBLA, quoteAll: true }, ABOVE],
    ['with the table in the first line, behind a byte order mark', { ...PUEBLA, quoteAll: true }, []],
  ])('reads a column %s', async (_name, dialect, above) => {
    expect(await columnOf(csvFile({ above, rows }, dialect), 'SHA')).toEqual(['aa', 'bb', '-']);
  });

  it('finds a name with an accent in either encoding', async () => {
    for (const encoding of ['utf-8', 'windows-1252'] as const) {
      const bytes = csvFile({ above: ABOVE, rows }, { ...PUEBLA, encoding });
      expect((await columnOf(bytes, 'OBSERVACIÓN'))[1]).toBe('N/A');
    }
  });

  it('gives an empty cell for a row that is too short', async () => {
    expect(await columnOf(Buffer.from('A,B,SHA\n1,2,x\n1,2\n1,2,y\n'), 'SHA')).toEqual(['x', '', 'y']);
  });

  it('reads a name that is part of another only where it stands alone', async () => {
    expect(await columnOf(Buffer.from('MI_SHA,SHA_2,SHA\na,b,c\n'), 'SHA')).toEqual(['c']);
  });

  it('keeps a quote in the middle of a cell', async () => {
    expect(await columnOf(Buffer.from('A,SHA\nEl "Cerro",x\n'), 'SHA')).toEqual(['x']);
  });

  it('says when there is no such column', async () => {
    await expect(columnOf(csvFile({ above: ABOVE, rows }, PUEBLA), 'CODIGO')).rejects.toThrow(ColumnMissing);
    await expect(columnOf(Buffer.alloc(0), 'SHA')).rejects.toThrow(ColumnMissing);
  });

  it('looks for the names in the first MiB only', async () => {
    const far = Buffer.concat([Buffer.alloc(1024 * 1024, 'x\n'), Buffer.from('A,SHA\n1,2\n')]);
    await expect(columnOf(far, 'SHA')).rejects.toThrow(ColumnMissing);
  });

  it('fails on a quote that never ends', async () => {
    const bytes = Buffer.from(`A,SHA\n"open,${'x'.repeat(1_000_000)}`);
    await expect(columnOf(bytes, 'SHA')).rejects.toMatchObject({ code: expect.stringMatching(/^CSV_/) });
  });

  it('passes on the failure of what it reads', async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('A,SHA\n1,2\n');
      await Promise.resolve();
      throw new Error('disk');
    }
    await expect(async () => {
      for await (const cell of readCsvColumn(failing(), 'SHA')) expect(cell).toBe('2');
    }).rejects.toThrow('disk');
  });

  it('lets go of what it reads when nobody wants more', async () => {
    let released = false;
    async function* source(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) {
          await Promise.resolve();
          yield Buffer.from('A,SHA\n1,2\n');
        }
      } finally {
        released = true;
      }
    }
    for await (const cell of readCsvColumn(source(), 'SHA')) {
      expect(cell).toBe('2');
      break;
    }
    await new Promise(setImmediate);
    expect(released).toBe(true);
  });
});

describe('CSV dialects, fuzzed', () => {
  const dialect = fc.record<CsvDialect>({
    delimiter: fc.constantFrom(',', '|', ';', '\t'),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    encoding: fc.constantFrom('utf-8', 'utf-8-bom', 'windows-1252'),
    quoteAll: fc.boolean(),
  });
  // Letters that both encodings have, and whatever could be taken for structure.
  const character = fc.constantFrom(...'abcXYZ019 ñÍé,|;\t"\'\n\r-/()');
  const anyCell = fc.string({ unit: character, maxLength: 8 });
  const digestCell = fc
    .string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF -'), maxLength: 12 })
    .map((cell) => (cell.length % 2 === 0 ? `'${cell}` : cell));
  const row = fc.tuple(anyCell, digestCell, anyCell);
  const above = fc.array(
    fc.constantFrom('GUBERNATURA', '03/06/2024 20:00 (UTC-6)', '', 'A,B', 'sep=|', '1|2'),
    {
      maxLength: 6,
    },
  );

  it(
    'gives a column back as it was written, whatever the dialect and wherever the pieces end',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          dialect,
          above,
          fc.array(row, { maxLength: 12 }),
          fc.integer({ min: 1, max: 64 }),
          async (written, lines, rows, size) => {
            const names = ['CLAVE_ACTA', 'CODIGO_INTEGRIDAD', 'OBSERVACIONES'];
            const bytes = csvFile({ above: lines, rows: [names, ...rows] }, written);
            const expected = rows.map(([, cell]) => cell.trim().replace(/^'/, '').trim());
            expect(await columnOf(bytes, 'CODIGO_INTEGRIDAD', size)).toEqual(expected);
          },
        ),
        FUZZ,
      );
    },
    FUZZ_TIMEOUT_MS,
  );

  it(
    'throws nothing but that a column is missing or a quote has no end, whatever the bytes',
    async () => {
      const head = fc.constantFrom('', 'SHA', 'A,SHA\n', '\ufeff"SHA"|B\r');
      await fc.assert(
        fc.asyncProperty(head, fc.uint8Array({ maxLength: 200 }), async (text, bytes) => {
          const reading = columnOf(Buffer.concat([Buffer.from(text), bytes]), 'SHA', 7);
          const thrown = await reading.then(
            () => undefined,
            (error: unknown) => error,
          );
          const isExpected =
            thrown === undefined ||
            thrown instanceof ColumnMissing ||
            String((thrown as { code?: unknown }).code).startsWith('CSV_');
          expect(isExpected).toBe(true);
        }),
        FUZZ,
      );
    },
    FUZZ_TIMEOUT_MS,
  );
});
