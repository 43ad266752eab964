import { duplicateFaults } from './duplicates.js';
import { targetOf } from '../target.js';
import type { Check } from './check.js';

/** Letters in all: nginx takes 4096 in one value, which also holds the rest of the policy. */
const MOST_ON_SERVER = 3000;

/**
 * `'none'` beside another source is ignored by browsers, so that the page would be framed against its letter; on the
 * difusor's own servers the list must fit into one value of nginx's configuration.
 */
export const frameAncestorFaults: Check = ({ config, given = config }) => {
  const { embedding } = config;
  const ancestors = embedding?.frameAncestors ?? [];
  const path = ['embedding', 'frameAncestors'];
  const alone = ancestors.length === 1 || !ancestors.includes("'none'");
  const params = { count: ancestors.length };
  const length = ancestors.join(' ').length;
  const fits = length <= MOST_ON_SERVER || !targetOf(given).hosted;
  return [
    ...(alone ? [] : [{ id: 'problem.frame-ancestors-none', path, params } as const]),
    ...(fits
      ? []
      : [
          {
            id: 'problem.frame-ancestors-long',
            path,
            params: { got: length, most: MOST_ON_SERVER },
          } as const,
        ]),
    ...duplicateFaults(ancestors, (index) => [...path, index]),
  ];
};
