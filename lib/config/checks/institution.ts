import { describe } from '../describe.js';
import type { Check } from './check.js';

/** The name goes into a template, where `${` would begin a substitution. */
export const institutionFaults: Check = ({ config: { institution } }) => {
  const name = institution?.name;
  if (name?.includes('${') !== true) return [];
  return [{ id: 'problem.institution-name', path: ['institution', 'name'], params: { got: describe(name) } }];
};
