import { DifusorError } from '../../../lib/errors.js';

/** nginx has no way to write these inside a quoted value. */
const UNQUOTABLE = /["\\$\n\r]/;

/**
 * A text in nginx's double quotes.
 * @param place what it is, for the error
 * @throws NGINX_VALUE_UNWRITABLE where nginx's syntax has no way to write it
 */
export function quoted(text: string, place: string): string {
  if (UNQUOTABLE.test(text)) throw new DifusorError('NGINX_VALUE_UNWRITABLE', { place });
  return `"${text}"`;
}
