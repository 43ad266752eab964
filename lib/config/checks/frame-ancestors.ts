import { duplicateFaults } from './duplicates.js';
import type { Check } from './check.js';

/** `'none'` beside another source is ignored by browsers, so that the page would be framed against its letter. */
export const frameAncestorFaults: Check = ({ config: { embedding } }) => {
  const ancestors = embedding?.frameAncestors ?? [];
  const path = ['embedding', 'frameAncestors'];
  const alone = ancestors.length === 1 || !ancestors.includes("'none'");
  const params = { count: ancestors.length };
  return [
    ...(alone ? [] : [{ id: 'problem.frame-ancestors-none', path, params } as const]),
    ...duplicateFaults(ancestors, (index) => [...path, index]),
  ];
};
