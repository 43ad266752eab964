/** How one institute writes its CSV files. */
export interface CsvDialect {
  readonly delimiter: ',' | '|' | ';' | '\t';
  readonly lineEnd: '\n' | '\r\n' | '\r';
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'windows-1252';
  /** Whether every cell is quoted, or only the one that needs it. */
  readonly quoteAll: boolean;
}

/** As the real files of Puebla are. */
export const PUEBLA: CsvDialect = {
  delimiter: ',',
  lineEnd: '\n',
  encoding: 'utf-8-bom',
  quoteAll: false,
};

/** As older files are: `sep=|` above everything, carriage returns only. */
export const PIPES: CsvDialect = {
  delimiter: '|',
  lineEnd: '\r',
  encoding: 'windows-1252',
  quoteAll: false,
};

/** A database: lines above, the table, each row an array of cells. */
export interface CsvContent {
  readonly above: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The bytes of a CSV file in a dialect. */
export function csvFile({ above, rows }: CsvContent, dialect: CsvDialect): Buffer {
  const table = rows.map((row) => row.map((cell) => written(cell, dialect)).join(dialect.delimiter));
  const text = [...above, ...table].map((line) => line + dialect.lineEnd).join('');
  return encoded(text, dialect.encoding);
}

function written(cell: string, { delimiter, quoteAll }: CsvDialect): string {
  const needed = quoteAll || [delimiter, '"', '\n', '\r'].some((mark) => cell.includes(mark));
  return needed ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function encoded(text: string, encoding: CsvDialect['encoding']): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-8-bom') return Buffer.from(`\ufeff${text}`);
  // Of Windows-1252 the tests write what it has in common with Latin-1.
  return Buffer.from(text, 'latin1');
}
