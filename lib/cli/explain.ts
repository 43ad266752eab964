import { loadConvocatoria } from '../convocatorias/index.js';
import type { Messages } from '../messages/index.js';
import { explainClause, listClauses } from '../report/index.js';
import type { CliContext } from './context.js';

/**
 * `difusor explain bcs-2024:II.c`: one clause, or the list of a call's clauses.
 * @throws CONVOCATORIA_NOT_FOUND, CONVOCATORIA_INVALID, CLAUSE_NOT_FOUND
 */
export function explain(subject: string, context: CliContext, messages: Messages): void {
  const { cwd, columns, out } = context;
  const separator = subject.lastIndexOf(':');
  const convocatoria = loadConvocatoria(separator < 0 ? subject : subject.slice(0, separator), {
    baseDir: cwd,
  });
  const text =
    separator < 0
      ? listClauses(convocatoria, messages, { columns })
      : explainClause(convocatoria, subject.slice(separator + 1), messages, { columns });
  out(text);
}
