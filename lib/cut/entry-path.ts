import { DifusorError } from '../errors.js';
import type { ArchiveLimits } from './archive-limits.js';

/** Why a path inside a package is not accepted; the messages name each. */
export type UnsafePathReason =
  | 'empty'
  | 'control'
  | 'undecodable'
  | 'backslash'
  | 'drive'
  | 'absolute'
  | 'traversal'
  | 'dotSegment'
  | 'emptySegment'
  | 'notNfc'
  | 'segmentTooLong'
  | 'pathTooLong'
  | 'tooDeep';

/** Control characters, and those that reverse the direction of what follows. */
const CONTROL = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

/** Why a file's path may not be published, or `undefined` where it may; a folder's comes without its last slash. */
export function unsafePathReason(path: string, limits: ArchiveLimits): UnsafePathReason | undefined {
  if (path === '') return 'empty';
  if (CONTROL.test(path)) return 'control';
  if (path.includes('\ufffd')) return 'undecodable';
  if (path.includes('\\')) return 'backslash';
  if (/^[A-Za-z]:/.test(path)) return 'drive';
  if (path.startsWith('/')) return 'absolute';
  return unsafeSegments(path.split('/')) ?? unsafeSize(path, limits);
}

function unsafeSegments(segments: readonly string[]): UnsafePathReason | undefined {
  if (segments.includes('..')) return 'traversal';
  if (segments.includes('.')) return 'dotSegment';
  if (segments.includes('')) return 'emptySegment';
  return undefined;
}

function unsafeSize(path: string, limits: ArchiveLimits): UnsafePathReason | undefined {
  const segments = path.split('/');
  if (path.normalize('NFC') !== path) return 'notNfc';
  if (segments.some((segment) => Buffer.byteLength(segment) > limits.maxSegmentBytes))
    return 'segmentTooLong';
  if (segments.length > limits.maxDepth) return 'tooDeep';
  if (Buffer.byteLength(path) > limits.maxPathBytes) return 'pathTooLong';
  return undefined;
}

/** @throws ARCHIVE_ENTRY_UNSAFE_PATH when the path may not be published */
export function assertSafePath(path: string, limits: ArchiveLimits): void {
  const reason = unsafePathReason(path, limits);
  if (reason === undefined) return;
  throw new DifusorError('ARCHIVE_ENTRY_UNSAFE_PATH', { entry: printable(path), reason });
}

/** A hostile name, made safe for a terminal and a log. */
export function printable(name: string): string {
  const LONGEST = 120;
  const escaped = name.replace(
    new RegExp(CONTROL, 'gu'),
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return escaped.length > LONGEST ? `${escaped.slice(0, LONGEST)}…` : escaped;
}
