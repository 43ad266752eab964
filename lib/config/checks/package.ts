import type { Fault } from '../fault.js';
import { isTree } from '../source-settings.js';
import type { Check } from './check.js';
import { duplicateFaults } from './duplicates.js';

/** A tree has no name in which a time could stand, and no file beside it that could hold its digest. */
export const packageFaults: Check = ({ config: { package: expected, source } }) => {
  if (expected === undefined) return [];
  const { mustContain = [], cutTime, sidecar } = expected;
  const twice = duplicateFaults(mustContain, (index) => ['package', 'mustContain', index]);
  if (source === undefined || !isTree(source)) return twice;
  const unnamed: Fault = { id: 'problem.tree-has-no-name', path: ['package', 'cutTime'], params: {} };
  const alone: Fault = { id: 'problem.tree-has-no-sidecar', path: ['package', 'sidecar'], params: {} };
  return [
    ...twice,
    ...(cutTime === 'archive-name' ? [unnamed] : []),
    ...(sidecar === undefined ? [] : [alone]),
  ];
};
