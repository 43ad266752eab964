import { findRule } from '../compliance/index.js';
import { findClauses, isWithin, type Clause, type Convocatoria } from '../convocatorias/index.js';
import type { Messages } from '../messages/index.js';
import { clip, pad, wrap } from './layout.js';

export interface ExplainOptions {
  /**
   * Columns of the terminal.
   * @default 80
   */
  readonly columns?: number;
}

const LABEL_COLUMNS = 16;
const ID_COLUMNS = 12;

/**
 * Explains a clause, or each duty below it: what the call asks, how the toolkit judges it, and what to do.
 * @throws CLAUSE_NOT_FOUND when the call has no such clause
 */
export function explainClause(
  convocatoria: Convocatoria,
  clause: string,
  messages: Messages,
  { columns = 80 }: ExplainOptions = {},
): string {
  const parts = findClauses(convocatoria, clause).map((duty) => {
    const title = messages.text('report.explain.citation', {
      convocatoria: convocatoria.id,
      id: duty.id,
      clause: duty.clause,
      institute: convocatoria.institute.acronym,
    });
    const facts = factsOf(duty, convocatoria, messages);
    return [...wrap(title, columns), ...facts.flatMap(([label, text]) => labelled(label, text, columns))];
  });
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Every duty of a call, one a line. */
export function listClauses(
  { id, title, clauses }: Convocatoria,
  messages: Messages,
  { columns = 80 }: ExplainOptions = {},
): string {
  const heading = wrap(`${id} · ${messages.pick(title)}`, columns);
  const kinds = clauses.map(({ kind }) => messages.text(`report.kind-word.${kind}`));
  const width = Math.max(...kinds.map((kind) => kind.length)) + 2;
  const lines = clauses.map(({ id: clause, duty }, index) => {
    const start = pad(clause, ID_COLUMNS) + pad(kinds[index] ?? '', width);
    return start + clip(messages.pick(duty), columns - ID_COLUMNS - width);
  });
  return `${[...heading, '', ...lines].join('\n')}\n`;
}

type Fact = readonly [label: string, text: string];

function factsOf(clause: Clause, convocatoria: Convocatoria, messages: Messages): Fact[] {
  const label = (name: LabelName, text: string | undefined): Fact[] => {
    return text === undefined ? [] : [[messages.text(`report.explain.${name}`), text]];
  };
  const rule = clause.rule === undefined ? undefined : findRule(clause.rule);
  const deadline = convocatoria.deadlines.find(({ id }) => id === clause.deadline);
  return [
    ...label('duty', messages.pick(clause.duty)),
    ...label('bearer', messages.text(`report.bearer.${clause.bearer}`)),
    ...label('applies-to', clause.appliesTo?.join(', ')),
    ...label('kind', messages.text(`report.kind.${clause.kind}`)),
    ...label('rule', clause.rule),
    ...label('params', clause.params && JSON.stringify(clause.params)),
    ...label('how', rule && messages.text(rule.how)),
    ...label('remedy', messages.pick(clause.remedy)),
    ...label('deadline', deadline && `${deadline.date} · ${messages.pick(deadline.what)}`),
    ...readingsOf(clause, convocatoria).flatMap(({ kind, finding, reading }) =>
      label(`reading-${kind}`, `${messages.pick(finding)} → ${messages.pick(reading)}`),
    ),
  ];
}

type LabelName =
  | 'duty'
  | 'bearer'
  | 'applies-to'
  | 'kind'
  | 'rule'
  | 'params'
  | 'how'
  | 'remedy'
  | 'deadline'
  | `reading-${Convocatoria['readings'][number]['kind']}`;

function readingsOf({ id }: Clause, { readings }: Convocatoria): Convocatoria['readings'] {
  return readings.filter(({ clauses }) => clauses.some((clause) => isWithin(id, clause)));
}

function labelled(label: string, text: string, columns: number): string[] {
  return wrap(text, columns - LABEL_COLUMNS).map((line, index) => {
    return `${pad(index === 0 ? `  ${label}` : '', LABEL_COLUMNS)}${line}`;
  });
}
