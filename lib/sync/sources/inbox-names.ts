/** Endings of a file that its pusher has not finished. */
const UNFINISHED = /\.(?:part|partial|tmp|temp|filepart|incomplete)$|~$/i;
const SIDECAR = /\.(?:sha256|md5)$/i;

/**
 * Whether a file of an inbox is a package by its name: no hidden one, none under a name for the time of its upload, no
 * sidecar and no marker.
 */
export function isPackageName(name: string, marker: string | undefined): boolean {
  if (name.startsWith('.') || UNFINISHED.test(name) || SIDECAR.test(name)) return false;
  return marker === undefined || !name.endsWith(marker);
}
