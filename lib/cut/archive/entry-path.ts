import type { ErrorCode } from '../../errors.js';
import type { ArchiveLimits } from './archive-limits.js';

/** Characters that reverse the direction of what follows. */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const CONTROL = /[\p{Cc}\u2028\u2029]/u;
/** What a decoder puts for bytes that are no character, and halves of characters. */
const UNDECODABLE = /[\p{Cs}\ufffd]/u;
/** What a terminal or a log must not be given as it is: the above, and halves of characters. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
/** Files by which a web server is told to work otherwise: Apache's, IIS's and PHP's. */
const SERVER_FILE = /^(\.ht.*|web\.config|\.user\.ini)$/i;

/** The code by which a path may not be published, or `undefined` where it may; a folder's has no last slash. */
export function unsafePathCode(path: string, limits: ArchiveLimits): ErrorCode | undefined {
  const segments = path.split('/');
  return (
    unsafeCharacters(path) ??
    unsafeSegments(path, segments) ??
    unsafeSize(path, segments, limits) ??
    unsafeForm(path)
  );
}

function unsafeCharacters(path: string): ErrorCode | undefined {
  if (path === '') return 'ARCHIVE_PATH_EMPTY';
  if (path.includes('\0')) return 'ARCHIVE_PATH_NUL';
  if (BIDI.test(path)) return 'ARCHIVE_PATH_BIDI';
  if (CONTROL.test(path)) return 'ARCHIVE_PATH_CONTROL';
  if (UNDECODABLE.test(path)) return 'ARCHIVE_PATH_UNDECODABLE';
  if (path.includes('\\')) return 'ARCHIVE_PATH_BACKSLASH';
  return undefined;
}

function unsafeSegments(path: string, segments: readonly string[]): ErrorCode | undefined {
  if (/^[A-Za-z]:/.test(path)) return 'ARCHIVE_PATH_DRIVE';
  if (path.startsWith('/')) return 'ARCHIVE_PATH_ABSOLUTE';
  if (segments.includes('..')) return 'ARCHIVE_PATH_TRAVERSAL';
  if (segments.includes('.')) return 'ARCHIVE_PATH_DOT_SEGMENT';
  if (segments.includes('')) return 'ARCHIVE_PATH_EMPTY_SEGMENT';
  return undefined;
}

function unsafeSize(path: string, segments: readonly string[], limits: ArchiveLimits): ErrorCode | undefined {
  if (segments.some((segment) => Buffer.byteLength(segment) > limits.maxSegmentBytes)) {
    return 'ARCHIVE_PATH_SEGMENT_TOO_LONG';
  }
  if (segments.length > limits.maxDepth) return 'ARCHIVE_PATH_TOO_DEEP';
  if (Buffer.byteLength(path) > limits.maxPathBytes) return 'ARCHIVE_PATH_TOO_LONG';
  return undefined;
}

function unsafeForm(path: string): ErrorCode | undefined {
  if (path.split('/').some((segment) => SERVER_FILE.test(segment))) return 'ARCHIVE_ENTRY_SERVER_FILE';
  return path.normalize('NFC') === path ? undefined : 'ARCHIVE_PATH_NOT_NFC';
}

/** A hostile name, made safe for a terminal and a log. */
export function printable(name: string): string {
  const LONGEST = 120;
  const shown = [...name.slice(0, 2 * LONGEST)].slice(0, LONGEST).join('');
  const escaped = shown.replace(
    UNPRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return shown.length < name.length ? `${escaped}…` : escaped;
}
