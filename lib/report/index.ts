export {
  checkDocumentSchema,
  checkJsonSchema,
  createCheckDocument,
  type CheckDocument,
  type CheckedClause,
  type CheckInput,
  type CheckRenderer,
} from './check-document.js';
export { explainClause, listClauses, type ExplainOptions } from './explain.js';
export { renderJson } from './json.js';
export { createMatrixRenderer, type MatrixOptions } from './matrix.js';
