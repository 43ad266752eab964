export { compareClauseIds, isWithin } from './clause-id.js';
export { dateOverridesSchema, withDates, type DateOverrides } from './dates.js';
export { findClauses } from './find-clauses.js';
export { clausesJsonSchema, convocatoriaJsonSchema } from './json-schema.js';
export { listConvocatorias, loadConvocatoria, type LoadOptions } from './loader.js';
export { ownCallFiles } from './own-call-files.js';
export {
  CLAUSE_KINDS,
  DELIVERY_METHODS,
  type Clause,
  type ClauseKind,
  type Convocatoria,
  type DeliveryMethod,
  type PathHeader,
} from './schema.js';
