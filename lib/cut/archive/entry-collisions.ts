import { DifusorError, type ErrorCode } from '../../errors.js';
import { printable } from './entry-path.js';

interface Place {
  readonly name: string;
  readonly directory: boolean;
  /** The package lists it itself; parents of a file are there without being listed. */
  readonly listed: boolean;
}

/**
 * The names of a package so far; refuses those that some disk or reader would take for the same: repeated, differing
 * in case or in Unicode form only, or a file and a directory of one name.
 */
export class NameRegister {
  readonly #places = new Map<string, Place>();

  /**
   * @param path without a last slash; its depth is held to the limits already, since each parent is taken too
   * @throws ARCHIVE_NAME_DUPLICATE, …_CASE_COLLISION, …_FORM_COLLISION or …_FILE_AND_DIRECTORY
   */
  take(path: string, directory: boolean): void {
    for (const parent of parentsOf(path)) this.#take({ name: parent, directory: true, listed: false });
    this.#take({ name: path, directory, listed: true });
  }

  #take(place: Place): void {
    const key = place.name.normalize('NFC').toUpperCase().toLowerCase();
    const taken = this.#places.get(key);
    const code = taken === undefined ? undefined : collision(taken, place);
    if (code !== undefined) {
      throw new DifusorError(code, { entry: printable(place.name), other: printable(taken?.name ?? '') });
    }
    this.#places.set(key, { ...place, listed: place.listed || (taken?.listed ?? false) });
  }
}

function collision(taken: Place, place: Place): ErrorCode | undefined {
  if (taken.name !== place.name) {
    const sameLetters = taken.name.normalize('NFC') === place.name.normalize('NFC');
    return sameLetters ? 'ARCHIVE_NAME_FORM_COLLISION' : 'ARCHIVE_NAME_CASE_COLLISION';
  }
  if (taken.directory !== place.directory) return 'ARCHIVE_NAME_FILE_AND_DIRECTORY';
  const twice = !place.directory || (taken.listed && place.listed);
  return twice ? 'ARCHIVE_NAME_DUPLICATE' : undefined;
}

function parentsOf(path: string): string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}
