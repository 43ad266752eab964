import { DifusorError } from '../errors.js';
import { isWithin } from './clause-id.js';
import type { Clause, Convocatoria } from './schema.js';

/**
 * The duty of that id, or all the duties within that clause, e.g. `II.f` gives `II.f.1` and its siblings.
 * @throws CLAUSE_NOT_FOUND when the call has none.
 */
export function findClauses(convocatoria: Convocatoria, clause: string): readonly Clause[] {
  const found = convocatoria.clauses.filter(({ id }) => isWithin(id, clause));
  if (found.length > 0) return found;
  throw new DifusorError('CLAUSE_NOT_FOUND', { convocatoria: convocatoria.id, clause });
}
