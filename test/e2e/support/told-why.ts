import type { Ended } from './difusor-process.js';

/** A code of the closed list, what happened, and in the next line what to do. */
const CODE_AND_REMEDY = /^(?!INTERNAL)[A-Z][A-Z0-9_]+: .+\n(?:.*\n)*?→ .+$/m;

/** How a process that failed told of it: with a code and a remedy, or how else. */
export function toldWhy({ status, signal, err }: Ended): object {
  if (CODE_AND_REMEDY.test(err)) return { status, told: true };
  return { status, signal, err };
}
