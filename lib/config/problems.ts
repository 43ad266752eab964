import type { Problem } from '../errors.js';
import { visible } from './describe.js';
import type { Fault } from './fault.js';
import type { Locate } from './locate.js';

/** More than this nobody mends in one go. */
export const MAX_PROBLEMS = 100;

/** The problems of one file, each key once with its first fault, in the order of the lines. */
export function toProblems(faults: readonly Fault[], locate: Locate): Problem[] {
  const byPath = new Map<string, Fault>();
  for (const fault of faults) {
    const path = JSON.stringify(fault.path.map(String));
    if (!byPath.has(path)) byPath.set(path, fault);
  }
  return [...byPath.values()].slice(0, MAX_PROBLEMS).map((fault) => ({
    id: fault.id,
    params: fault.params,
    key: fault.path.map((key) => visible(String(key))).join('.'),
    ...locate(fault.path, fault.at),
  }));
}

/** Orders problems as a person reads the file. */
export function byPlace(a: Problem, b: Problem): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
