import type { Fault } from '../fault.js';
import type { DifusorConfig } from '../schema.js';
import type { Check } from './check.js';
import { duplicateFaults } from './duplicates.js';

/** Stable folders lie apart from each other, and from the file that says the time of each cut. */
export const stableFaults: Check = ({ config: { stable = [], package: expected } }) => [
  ...duplicateFaults(stable, (index) => ['stable', index]),
  ...stable.flatMap((folder, index) => overlapFaults(folder, index, stable)),
  ...(expected === undefined ? [] : changingFaults(stable, expected.cutTime)),
];

function overlapFaults(got: string, index: number, stable: readonly string[]): Fault[] {
  const other = stable.find((folder) => folder !== got && got.startsWith(folder));
  return other === undefined
    ? []
    : [{ id: 'problem.stable-overlap', path: ['stable', index], params: { got, other } }];
}

function changingFaults(stable: readonly string[], cutTime: DifusorConfig['package']['cutTime']): Fault[] {
  if (typeof cutTime === 'string') return [];
  const file = 'json' in cutTime ? cutTime.json : cutTime.csv;
  return stable.flatMap((got, index): Fault[] =>
    `/${file}`.startsWith(got)
      ? [{ id: 'problem.stable-changes', path: ['stable', index], params: { got, file } }]
      : [],
  );
}
