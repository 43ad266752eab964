import { describe } from '../describe.js';
import type { Fault, FaultPath } from '../fault.js';

/** A fault for each item that stands in the list before. */
export function duplicateFaults(items: readonly string[], pathOf: (index: number) => FaultPath): Fault[] {
  const seen = new Set<string>();
  return items.flatMap((item, index): Fault[] => {
    if (!seen.has(item)) {
      seen.add(item);
      return [];
    }
    return [{ id: 'problem.duplicate-item', path: pathOf(index), params: { got: describe(item) } }];
  });
}
