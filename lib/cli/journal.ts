import { resolve } from 'node:path';
import { failureOf } from '../failure.js';
import { DifusorError } from '../errors.js';
import {
  eventOf,
  readLine,
  readLines,
  verifyJournal,
  type JournalEntry,
  type JournalReport,
} from '../journal/index.js';
import type { Messages } from '../messages/index.js';
import type { CliContext } from './context.js';
import { describeEvent, oneLine } from './describe-event.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { journalPath } from './site.js';

/** Which journal. */
export interface WhichJournal {
  /** Folder of a site; its journal stands in it. */
  readonly directory?: string;
  /** Path of a journal. */
  readonly file?: string;
  /** Lines of JSON instead of sentences. */
  readonly json?: boolean;
}

export interface JournalOptions extends WhichJournal {
  /**
   * How many entries, counted from the end.
   * @default all
   */
  readonly last?: string;
}

type Surroundings = Pick<CliContext, 'cwd' | 'out'>;

/**
 * `difusor journal`: what the worker did, one line for each entry, times in UTC.
 * @throws USAGE, JOURNAL_READ_FAILED
 */
export async function journal(
  options: JournalOptions,
  context: Surroundings,
  messages: Messages,
): Promise<ExitCode> {
  const path = pathOf(options, context, messages);
  const show = options.json === true ? asJson : asText;
  const lines = show(path, messages);
  const last = lastOf(options, messages);
  try {
    for await (const line of last === undefined ? lines : ending(lines, last)) context.out(`${line}\n`);
  } catch (error) {
    throw new DifusorError(
      'JOURNAL_READ_FAILED',
      { path, reason: failureOf(error).reason },
      { cause: error },
    );
  }
  return EXIT.ok;
}

/**
 * `difusor journal verify`: proves that the journal is what was written, or says where it is not.
 * @throws USAGE, JOURNAL_READ_FAILED; JOURNAL_BROKEN with the first line that does not hold, and the others as problems
 */
export async function verifyJournalCommand(
  options: WhichJournal & { readonly fromLog?: boolean },
  context: Surroundings,
  messages: Messages,
): Promise<ExitCode> {
  const path = pathOf(options, context, messages);
  const report = await verifyJournal(path, { fromLog: options.fromLog === true });
  if (options.json === true) {
    context.out(`${JSON.stringify({ path, intact: report.breakCount === 0, ...report })}\n`);
    return report.breakCount === 0 ? EXIT.ok : EXIT.error;
  }
  assertWhole(path, report);
  context.out(`${describeReport(report, messages).join('\n')}\n`);
  return EXIT.ok;
}

function assertWhole(path: string, { breaks: [first, ...others] }: JournalReport): void {
  if (first === undefined) return;
  const problems = others.map(({ line, reason }) => ({
    id: 'journal.break',
    params: { reason },
    key: '',
    file: path,
    line,
  }));
  throw new DifusorError('JOURNAL_BROKEN', { path, line: first.line, reason: first.reason }, { problems });
}

function describeReport(
  { entries, first, last, head, tornBytes }: JournalReport,
  messages: Messages,
): string[] {
  const torn = tornBytes === 0 ? [] : [messages.text('journal.torn', { bytes: tornBytes })];
  if (first === undefined || last === undefined) return [messages.text('journal.empty'), ...torn];
  return [
    messages.text('journal.intact', { entries, first: first.at, last: last.at }),
    messages.text('journal.head', { hash: head }),
    ...torn,
  ];
}

function pathOf({ directory, file }: WhichJournal, { cwd }: Surroundings, messages: Messages): string {
  if (file !== undefined && directory === undefined) return resolve(cwd, file);
  if (directory !== undefined && file === undefined) return journalPath(resolve(cwd, directory));
  throw new DifusorError('USAGE', { reason: messages.text('journal.which') });
}

function lastOf({ last }: JournalOptions, messages: Messages): number | undefined {
  if (last === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(last)) return Number(last);
  throw new DifusorError('USAGE', { reason: messages.text('journal.last') });
}

/** Each line as it stands; what can't be read is for `journal verify`. */
async function* asJson(path: string): AsyncGenerator<string> {
  for await (const { bytes, ended } of readLines(path)) {
    if (bytes !== undefined && ended && readLine(bytes).entry !== undefined) yield bytes.toString('utf8');
  }
}

async function* asText(path: string, messages: Messages): AsyncGenerator<string> {
  let line = 0;
  for await (const { bytes, ended } of readLines(path)) {
    line += 1;
    if (!ended) continue;
    const read = bytes === undefined ? ({ fault: 'unreadable' } as const) : readLine(bytes);
    if (read.entry === undefined) yield messages.text('journal.unreadable', { line, reason: read.fault });
    else yield describeEntry(read.entry, messages);
  }
}

function describeEntry(entry: JournalEntry, messages: Messages): string {
  const event = eventOf(entry);
  const text =
    event === undefined
      ? oneLine(messages.text('journal.event.unknown', { event: entry.event }))
      : describeEvent(event, messages);
  return `${entry.at}  #${entry.seq}  ${text}`;
}

async function* ending(lines: AsyncIterable<string>, count: number): AsyncGenerator<string> {
  const kept: string[] = [];
  for await (const line of lines) {
    kept.push(line);
    if (kept.length > 2 * count) kept.splice(0, kept.length - count);
  }
  yield* kept.slice(-count);
}
