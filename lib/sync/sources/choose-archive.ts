import { knownName } from './named-version.js';
import type { FetchRequest } from './source.js';

/** The archive of a folder that is to be handed over next. */
export interface ChosenArchive {
  /** Full name at the source. */
  readonly path: string;
  /** Whether others wait behind it; absent where only the newest counts. */
  readonly more?: boolean;
}

export interface ChoiceOptions extends Pick<FetchRequest, 'known' | 'after' | 'passed'> {
  readonly incremental: boolean;
}

/**
 * Of a folder's archives the one that sorts last: institutes put the time of the cut into the name, year first. Packages
 * that hold changes only are handed over one by one: the oldest behind the one that was taken last; where there is none,
 * the first that was passed over, once more; and that last one itself where nothing is behind it.
 * @param folder with a slash at its end
 * @param names of its archives
 */
export function chooseArchive(
  folder: string,
  names: readonly string[],
  options: ChoiceOptions,
): ChosenArchive | undefined {
  const paths = names.map((name) => folder + name).sort();
  const passed = (options.passed ?? []).flatMap((each) => knownName(each) ?? []);
  const before = options.incremental ? takenLast(folder, options) : undefined;
  if (before === undefined) return chosen(paths.findLast((path) => !passed.includes(path)) ?? paths.at(-1));
  const behind = paths.filter((path) => path > before);
  const [next, ...others] = behind.filter((path) => !passed.includes(path));
  if (next !== undefined) return { path: next, more: others.length > 0 };
  return chosen(passed.find((path) => behind.includes(path)) ?? before);
}

function takenLast(folder: string, { known, after }: ChoiceOptions): string | undefined {
  const name = knownName(known);
  if (name?.startsWith(folder) === true) return name;
  return after === undefined ? undefined : folder + after;
}

function chosen(path: string | undefined): ChosenArchive | undefined {
  return path === undefined ? undefined : { path };
}
