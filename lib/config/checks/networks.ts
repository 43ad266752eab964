import type { Fault, FaultPath } from '../fault.js';
import { overlap, parseNetwork } from '../network.js';
import type { Check } from './check.js';

/** A network lies apart from the others of its list; whoever applies over SSH must come from one that may. */
export const networkFaults: Check = ({ config: { server } }) => {
  if (server === undefined) return [];
  const { administrator, docker, trusted } = server;
  const path = ['server', 'administrator', 'from'];
  const shutOut: Fault = { id: 'problem.administrator-shut-out', path, params: {} };
  return [
    ...overlapFaults(trusted, ['server', 'trusted']),
    ...overlapFaults(administrator.from, path),
    ...(docker === 'ssh' && administrator.from.length === 0 ? [shutOut] : []),
  ];
};

function overlapFaults(list: readonly string[], path: FaultPath): Fault[] {
  const networks = list.map(parseNetwork);
  return list.flatMap((got, index): Fault[] => {
    const network = networks[index];
    const other = networks
      .slice(0, index)
      .findIndex((each) => each !== undefined && network !== undefined && overlap(each, network));
    if (other < 0) return [];
    const params = { got, other: list[other] ?? '' };
    return [{ id: 'problem.network-overlap', path: [...path, index], params }];
  });
}
