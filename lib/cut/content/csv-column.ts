import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { bareCell, DELIMITERS, splitLine, type Delimiter } from './csv-dialect.js';

/** Bytes in which the row of names must come; in real files it is in the first thousand. */
const HEADER_WITHIN_BYTES = 1024 * 1024;

/** UTF-8's, one character a byte. */
const BYTE_ORDER_MARK = /^\xef\xbb\xbf/;

/** That a CSV file has no row with the name of a column. */
export class ColumnMissing extends Error {}

/**
 * The cells of one column, row by row, from whatever dialect a CSV file is in; the table begins below the row of names.
 * Beyond a row nothing is held. Blanks and a leading `'` are taken off.
 * @throws ColumnMissing when no line at the beginning has a cell with the column's name; CsvError when a quote has no end
 */
export async function* readCsvColumn(
  content: AsyncIterable<Uint8Array>,
  column: string,
): AsyncGenerator<string> {
  const chunks = content[Symbol.asyncIterator]();
  try {
    const { rest, row } = await readToTable(chunks, column);
    const parser = parse({
      delimiter: row.delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      // One character a byte: names and digests are ASCII, and no encoding can fail.
      encoding: 'latin1',
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    // The reader below gets the failure; here it only has to be caught.
    pipeline(Readable.from(chain(rest, chunks)), parser, () => undefined);
    for await (const record of parser as AsyncIterable<readonly string[]>) {
      yield bareCell(record[row.column] ?? '');
    }
  } finally {
    await chunks.return?.();
  }
}

interface TableStart {
  readonly delimiter: Delimiter;
  /** 0-based. */
  readonly column: number;
  /** Bytes up to the first row below the names. */
  readonly end: number;
}

async function readToTable(
  chunks: AsyncIterator<Uint8Array>,
  column: string,
): Promise<{ rest: Buffer; row: TableStart }> {
  const names = namesOf(column);
  let head = Buffer.alloc(0);
  let passed = 0;
  while (passed < HEADER_WITHIN_BYTES) {
    const next = await chunks.next();
    const whole = next.done === true;
    if (!whole) head = Buffer.concat([head, next.value]);
    for (const { text, end } of linesFrom(head, passed, whole)) {
      const row = tableBelow(text, end, names);
      if (row !== undefined) return { rest: head.subarray(end), row };
      passed = end;
    }
    if (whole || head.length - passed > HEADER_WITHIN_BYTES) break;
  }
  throw new ColumnMissing(column);
}

/** A column's name as the bytes of either encoding spell it, one character a byte. */
function namesOf(column: string): readonly string[] {
  const forms = [column.normalize('NFC'), column.normalize('NFD')];
  return [...forms, ...forms.map((form) => Buffer.from(form).toString('latin1'))];
}

/** The lines that have an end, or all where no more bytes come; in latin1 a character stands where its byte does. */
function* linesFrom(
  head: Buffer,
  start: number,
  whole: boolean,
): Generator<{ readonly text: string; readonly end: number }> {
  const line = /([^\r\n]*)(\r\n|\n|\r|$)/y;
  const latin1 = head.toString('latin1', start);
  for (let at = 0; at < latin1.length; at = line.lastIndex) {
    line.lastIndex = at;
    const [, text = '', lineEnd = ''] = line.exec(latin1) ?? [];
    if (lineEnd === '' && !whole) return;
    yield { text, end: start + line.lastIndex };
  }
}

function tableBelow(line: string, end: number, names: readonly string[]): TableStart | undefined {
  for (const delimiter of DELIMITERS) {
    const cells = splitLine(line.replace(BYTE_ORDER_MARK, ''), delimiter);
    const column = cells.findIndex((cell) => names.includes(bareCell(cell)));
    if (column !== -1) return { delimiter, column, end };
  }
  return undefined;
}

async function* chain(first: Buffer, others: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first;
  for (let next = await others.next(); next.done !== true; next = await others.next()) yield next.value;
}
