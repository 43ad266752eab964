import { DifusorError, type ErrorCode } from '../../errors.js';
import { printable } from './entry-path.js';
import type { EntryKind, PackageEntry } from './package-entry.js';

const TYPE_BITS = 0o170000;
const SETUID_OR_SETGID = 0o6000;

const KINDS: Readonly<Record<number, EntryKind>> = {
  0o100000: 'file',
  0o040000: 'directory',
  0o120000: 'symlink',
  0o060000: 'device',
  0o020000: 'device',
  0o010000: 'fifo',
  0o140000: 'socket',
};

const REFUSED: Readonly<Record<Exclude<EntryKind, 'file' | 'directory'>, ErrorCode>> = {
  symlink: 'ARCHIVE_ENTRY_SYMLINK',
  hardLink: 'ARCHIVE_ENTRY_HARD_LINK',
  device: 'ARCHIVE_ENTRY_DEVICE',
  fifo: 'ARCHIVE_ENTRY_FIFO',
  socket: 'ARCHIVE_ENTRY_SOCKET',
  sparse: 'ARCHIVE_ENTRY_SPARSE',
  unknown: 'ARCHIVE_ENTRY_KIND_UNKNOWN',
};

/** The kind in a Unix mode, or `undefined` where the mode records none. */
export function kindOfMode(mode: number): EntryKind | undefined {
  const type = mode & TYPE_BITS;
  return type === 0 ? undefined : (KINDS[type] ?? 'unknown');
}

/**
 * Lets through plain files and plain folders only.
 * @throws ARCHIVE_ENTRY_SYMLINK, …_HARD_LINK, …_DEVICE, …_FIFO, …_SOCKET, …_SPARSE, …_KIND_UNKNOWN, …_KIND_DIFFERS,
 *   …_SETUID or …_DIRECTORY_WITH_CONTENT
 */
export function assertFileOrDirectory(entry: PackageEntry): void {
  const code = unacceptableKind(entry);
  if (code !== undefined) throw new DifusorError(code, { entry: printable(entry.path) });
}

function unacceptableKind({ kind, namedDirectory, mode, size }: PackageEntry): ErrorCode | undefined {
  if (kind !== 'file' && kind !== 'directory') return REFUSED[kind];
  const directory = kind === 'directory';
  if (namedDirectory !== undefined && namedDirectory !== directory) return 'ARCHIVE_ENTRY_KIND_DIFFERS';
  if (directory) return size > 0 ? 'ARCHIVE_ENTRY_DIRECTORY_WITH_CONTENT' : undefined;
  // On a folder the bit only says whose group new files get.
  return mode & SETUID_OR_SETGID ? 'ARCHIVE_ENTRY_SETUID' : undefined;
}
