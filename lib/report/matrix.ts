import type { VerdictCounts, VerdictStatus } from '../compliance/index.js';
import { CLAUSE_KINDS, type ClauseKind } from '../convocatorias/index.js';
import { createMessages, type Messages } from '../messages/index.js';
import type { CheckDocument, CheckedClause, CheckRenderer } from './check-document.js';
import { block, clip, pad, wrap } from './layout.js';

export interface MatrixOptions {
  /**
   * Columns of the terminal; fewer than 60 are taken for 60.
   * @default 80
   */
  readonly columns?: number;
  /**
   * Colours the verdicts, which their words tell anyway.
   * @default false
   */
  readonly color?: boolean;
}

const MIN_COLUMNS = 60;
const ID_COLUMNS = 12;
const INDENT = 6;
/** A clause with more to say says it in the JSON. */
const MAX_EVIDENCE = 5;

const ANSI: Readonly<Record<VerdictStatus, number>> = {
  met: 32,
  breached: 31,
  waived: 36,
  manual: 33,
  'not-applicable': 90,
  undetermined: 35,
};

/** The check as a matrix by clause, grouped by how each is proven, for a terminal. */
export function createMatrixRenderer({ columns = 80, color = false }: MatrixOptions = {}): CheckRenderer {
  const width = Math.max(columns, MIN_COLUMNS);
  return (document) => {
    const messages = createMessages(document.locale);
    const lines = [
      ...heading(document, width, messages),
      ...CLAUSE_KINDS.flatMap((kind) => group(kind, document, { width, color, messages })),
      ...conclusion(document, width, messages),
    ];
    return `${lines.join('\n')}\n`;
  };
}

interface Page {
  readonly width: number;
  readonly color: boolean;
  readonly messages: Messages;
}

function heading(
  { convocatoria, domain, delivery, overriddenDates, today }: CheckDocument,
  width: number,
  messages: Messages,
): string[] {
  return [
    ...wrap(`${convocatoria.id} · ${convocatoria.title}`, width),
    ...wrap(`${domain} · ${messages.text(`report.delivery.${delivery}`)} · ${today}`, width),
    ...(overriddenDates.length === 0
      ? []
      : wrap(messages.text('report.matrix.dates', { keys: overriddenDates.join(', ') }), width)),
  ];
}

function group(kind: ClauseKind, { clauses, summary }: CheckDocument, page: Page): string[] {
  const own = clauses.filter((clause) => clause.kind === kind);
  if (own.length === 0) return [];
  const { width, messages } = page;
  return [
    '',
    ...wrap(messages.text(`report.kind.${kind}`), width),
    ...wrap(countsLine(summary.byKind[kind], messages), width),
    '─'.repeat(width),
    ...own.flatMap((clause) => row(clause, page)),
  ];
}

function row(clause: CheckedClause, page: Page): string[] {
  const { width, messages } = page;
  const words = wordColumns(messages);
  const duty = clip(clause.duty, width - ID_COLUMNS - words);
  return [
    pad(clause.id, ID_COLUMNS) + verdictWord(clause.verdict, words, page) + duty,
    ...evidenceLines(clause, page),
    ...remedyLines(clause, page),
  ];
}

/** That evidence is missing is what the verdict's own word says; it is not repeated for each clause. */
function evidenceLines({ evidence, kind }: CheckedClause, { width, messages }: Page): string[] {
  const told = evidence.filter(({ id }) => id !== `verdict.${kind}`);
  const more = told.length - MAX_EVIDENCE;
  return [
    ...told
      .slice(0, MAX_EVIDENCE)
      .flatMap(({ text, resource }) => [
        ...block(text, width, INDENT, '    ·'),
        ...(resource === undefined ? [] : block(resource, width, INDENT)),
      ]),
    ...(more > 0 ? block(messages.text('report.matrix.more', { count: more }), width, INDENT, '    ·') : []),
  ];
}

function remedyLines({ remedy, deadline }: CheckedClause, { width, messages }: Page): string[] {
  if (remedy === undefined) return [];
  const text =
    deadline === undefined
      ? remedy
      : messages.text('report.matrix.deadline', { remedy, date: deadline.date });
  return block(text, width, INDENT, '    →');
}

function conclusion({ summary }: CheckDocument, width: number, messages: Messages): string[] {
  const { counts, exitCode } = summary;
  const failed = { breached: counts.breached, undetermined: counts.undetermined };
  return [
    '',
    '─'.repeat(width),
    ...wrap(countsLine(counts, messages), width),
    ...wrap(messages.text(exitCode === 0 ? 'report.matrix.passed' : 'report.matrix.failed', failed), width),
    ...(counts.manual > 0
      ? wrap(messages.text('report.matrix.manual', { count: counts.manual }), width)
      : []),
  ];
}

function countsLine(counts: VerdictCounts, messages: Messages): string {
  const present = (Object.entries(counts) as [VerdictStatus, number][]).filter(([, count]) => count > 0);
  return present.map(([status, count]) => messages.text(`report.count.${status}`, { count })).join(' · ');
}

function verdictWord(status: VerdictStatus, columns: number, { color, messages }: Page): string {
  const word = pad(messages.text(`report.verdict.${status}`), columns);
  return color ? `\u001b[${ANSI[status]}m${word}\u001b[0m` : word;
}

function wordColumns(messages: Messages): number {
  const words = Object.keys(ANSI).map((status) => messages.text(`report.verdict.${status as VerdictStatus}`));
  return Math.max(...words.map((word) => word.length)) + 2;
}
