import { DifusorError } from '../errors.js';
import { printable } from './entry-path.js';

interface Place {
  readonly name: string;
  readonly kind: 'file' | 'directory';
  /** The archive lists it itself; parents of a file are there without being listed. */
  readonly listed: boolean;
}

/**
 * Refuses names that some disk or reader would take for the same: repeated, differing in case or in Unicode form only,
 * or a file and a directory of one name.
 * @throws ARCHIVE_ENTRY_DUPLICATE when two entries collide
 */
export function assertNoCollisions(names: readonly string[]): void {
  const places = new Map<string, Place>();
  for (const name of names) {
    for (const parent of parentsOf(name)) take(places, { name: parent, kind: 'directory', listed: false });
    const directory = name.endsWith('/');
    take(places, {
      name: directory ? name.slice(0, -1) : name,
      kind: directory ? 'directory' : 'file',
      listed: true,
    });
  }
}

function take(places: Map<string, Place>, place: Place): void {
  const key = place.name.normalize('NFC').toUpperCase().toLowerCase();
  const taken = places.get(key);
  const compatible =
    taken === undefined ||
    (taken.kind === 'directory' &&
      place.kind === 'directory' &&
      taken.name === place.name &&
      !(taken.listed && place.listed));
  if (!compatible) {
    throw new DifusorError('ARCHIVE_ENTRY_DUPLICATE', {
      entry: printable(place.name),
      other: printable(taken.name),
    });
  }
  places.set(key, { ...place, listed: place.listed || (taken?.listed ?? false) });
}

function parentsOf(name: string): string[] {
  const segments = name.replace(/\/$/, '').split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}
