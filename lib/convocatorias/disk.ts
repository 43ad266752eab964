import { readFileSync, statSync, type Stats } from 'node:fs';

/** What stands at a path; `undefined` when nothing does, or when it may not be looked at. */
export function tryStat(path: string): Stats | undefined {
  return attempt(() => statSync(path));
}

/** The bytes of a file; `undefined` when it may not be read. */
export function tryRead(path: string): Buffer | undefined {
  return attempt(() => readFileSync(path));
}

// No entry, no permission, a NUL in the name: for whoever named the path it is the same, there is no such call.
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
