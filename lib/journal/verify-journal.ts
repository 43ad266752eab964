import { ChainCheck, type ChainCheckOptions, type JournalReport } from './chain-check.js';
import { journalReadFailed } from './journal-failure.js';
import { readLines } from './journal-lines.js';

export interface VerifyOptions {
  /**
   * Whether the file is what was exported of a log: other lines stand between the entries, and each process begins a
   * chain of its own.
   * @default it is a journal
   */
  readonly fromLog?: boolean;
}

/** What every entry has, and no other line of the worker's log. */
const MARKS = ['"seq":', '"prev":"', '"hash":"'];

function isEntry(line: Buffer | undefined): boolean {
  return line !== undefined && MARKS.every((mark) => line.includes(mark));
}

/**
 * Looks at every line of a journal: whether each is what was written, and follows the one before. What was cut off at
 * its end shows only against a hash of its last entry that was kept elsewhere.
 * @throws JOURNAL_READ_FAILED
 */
export async function verifyJournal(
  path: string,
  { fromLog = false }: VerifyOptions = {},
): Promise<JournalReport> {
  const check = new ChainCheck({ mayRestart: fromLog });
  try {
    for await (const { bytes, length, ended } of readLines(path)) {
      if (fromLog && !isEntry(bytes)) check.skip();
      else if (ended || fromLog) check.take(bytes);
      else check.takeTorn(length);
    }
  } catch (error) {
    throw journalReadFailed(path, error);
  }
  return check.report();
}

/** The same for lines at hand, e.g. the entries that a log kept. */
export function verifyLines(lines: Iterable<string>, options?: ChainCheckOptions): JournalReport {
  const check = new ChainCheck(options);
  for (const line of lines) check.take(Buffer.from(line));
  return check.report();
}
