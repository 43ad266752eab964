import { describe } from '../describe.js';
import { NAME } from '../formats.js';
import { defaultName } from '../resolve.js';
import type { Check } from './check.js';

/** A call of one's own may have an id too long for the names that are made of it. */
export const nameFaults: Check = ({ config: { name }, convocatoria }) => {
  if (convocatoria === undefined || name !== undefined) return [];
  const made = defaultName(convocatoria);
  return NAME.test(made) ? [] : [{ id: 'problem.name', path: ['name'], params: { got: describe(made) } }];
};
