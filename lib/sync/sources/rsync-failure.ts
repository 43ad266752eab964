import { DifusorError, type ErrorCode } from '../../errors.js';
import { UNDECLARED } from './download.js';

/** How a run of rsync ended badly. */
export interface RsyncEnd {
  readonly host: string;
  /** Folder of the source. */
  readonly from: string;
  /** Folder of this host into which it wrote. */
  readonly into: string;
  /** Exit code, or the name of the signal that ended it. */
  readonly status: number | NodeJS.Signals;
  /** The end of what it wrote on standard error, in the C locale. */
  readonly said: string;
  /** Bytes of the files that came. */
  readonly bytes: number;
}

type Meaning = 'refused' | 'unreachable' | 'partial' | 'changed' | 'disk';

/** rsync(1), EXIT VALUES; whatever is not here may pass by itself. */
const MEANINGS: Readonly<Record<number, Meaning>> = {
  1: 'refused',
  2: 'refused',
  3: 'disk',
  4: 'refused',
  5: 'refused',
  6: 'unreachable',
  10: 'unreachable',
  11: 'disk',
  12: 'unreachable',
  13: 'unreachable',
  14: 'unreachable',
  20: 'unreachable',
  21: 'unreachable',
  22: 'unreachable',
  23: 'partial',
  24: 'changed',
  25: 'partial',
  30: 'unreachable',
  35: 'unreachable',
  255: 'unreachable',
};

/** A daemon that has enough visitors says so with the same exit code as for a wrong password. */
const BUSY = /^@ERROR: max connections/m;
/** So ends ssh where the host takes none of the keys; its exit code is the one of every failure. */
const DENIED = 'Permission denied (';
const NO_SUCH_FOLDER = /(?:change_dir|link_stat) ".*".* failed: .*\(2\)$/m;

/** Whether the source has no such folder: rsync names it, and nothing came. */
export function isNoSuchFolder({ status, said, bytes }: RsyncEnd): boolean {
  return status === 23 && bytes === 0 && NO_SUCH_FOLDER.test(said);
}

/** What a failed run of rsync means, by its exit code. */
export function rsyncFailure(end: RsyncEnd): DifusorError {
  const { host, from, into, status, bytes } = end;
  const reason = typeof status === 'number' ? `rsync ${status}` : status;
  switch (meaningOf(end)) {
    case 'refused':
      return failure('SOURCE_REFUSED', { host, status: reason }, end, false);
    case 'disk':
      return failure('STORE_WRITE_FAILED', { path: into, reason }, end, true);
    case 'changed':
      return failure('SOURCE_CHANGED', { path: from }, end, true);
    case 'partial':
      return failure('SOURCE_TRUNCATED', { received: bytes, declared: UNDECLARED }, end, true);
    case 'unreachable':
      return failure('SOURCE_UNREACHABLE', { host, reason }, end, true);
  }
}

function meaningOf({ status, said }: RsyncEnd): Meaning {
  if (status === 5 && BUSY.test(said)) return 'unreachable';
  if ((status === 255 || status === 12) && said.includes(DENIED)) return 'refused';
  return typeof status === 'number' ? (MEANINGS[status] ?? 'unreachable') : 'unreachable';
}

function failure(
  code: ErrorCode,
  params: Record<string, string | number>,
  { said }: RsyncEnd,
  retryable: boolean,
): DifusorError {
  return new DifusorError(code, params, { cause: new Error(said.trim()), retryable });
}
