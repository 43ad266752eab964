import { describe } from './describe.js';
import type { ValueFault } from './fault.js';
import { PRINTABLE } from './formats.js';

/** Bytes of one segment, as the archive policy lets it in. */
const SEGMENT_BYTES = 255;

/** Bytes of a whole name. */
const NAME_BYTES = 1024;

/** Stands between an archive of the package and a file in it. */
const INSIDE = '!/';

/** What forbids a text as name of a file of the package, `*` in it standing for any text within a segment. */
export function packageFileFault(name: string): ValueFault | undefined {
  const parts = name.split(INSIDE);
  const fits = parts.length <= 2 && Buffer.byteLength(name) <= NAME_BYTES && parts.every(isRelative);
  return fits ? undefined : { id: 'problem.package-file', params: { got: describe(name) } };
}

function isRelative(name: string): boolean {
  return (
    PRINTABLE.test(name) &&
    !name.includes('\\') &&
    name.split('/').every((segment) => {
      return (
        segment !== '' && segment !== '.' && segment !== '..' && Buffer.byteLength(segment) <= SEGMENT_BYTES
      );
    })
  );
}
