import { knownName } from './named-version.js';
import type { FetchRequest } from './source.js';

/** The archive of a folder that is to be handed over next. */
export interface ChosenArchive {
  /** Full name at the source. */
  readonly path: string;
  /** Whether others wait behind it; absent where only the newest counts. */
  readonly more?: boolean;
}

/**
 * Of a folder's archives the one that sorts last: institutes put the time of the cut into the name, year first. Packages
 * that hold changes only are handed over one by one: the oldest after the one that is known, and that one itself where
 * it is the last.
 * @param folder with a slash at its end
 * @param names of its archives
 */
export function chooseArchive(
  folder: string,
  names: readonly string[],
  { known, incremental }: Pick<FetchRequest, 'known'> & { readonly incremental: boolean },
): ChosenArchive | undefined {
  const paths = names.map((name) => folder + name).sort();
  const before = incremental ? knownName(known) : undefined;
  if (before?.startsWith(folder) !== true) return chosen(paths.at(-1));
  const waiting = paths.filter((path) => path > before);
  const [next, ...others] = waiting;
  return next === undefined ? chosen(before) : { path: next, more: others.length > 0 };
}

function chosen(path: string | undefined): ChosenArchive | undefined {
  return path === undefined ? undefined : { path };
}
