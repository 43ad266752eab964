import { DifusorError } from '../errors.js';
import { printable } from './entry-path.js';

const TYPE_BITS = 0o170000;
const SETUID_OR_SETGID = 0o6000;

const KINDS: Readonly<Record<number, string>> = {
  0o100000: 'file',
  0o040000: 'directory',
  0o120000: 'symlink',
  0o060000: 'blockDevice',
  0o020000: 'characterDevice',
  0o010000: 'fifo',
  0o140000: 'socket',
};

/**
 * Lets through regular files and directories only, by the Unix mode that the archive records (0 where it records none).
 * @throws ARCHIVE_ENTRY_NOT_A_FILE when it is anything else, or a file that runs with its owner's rights
 */
export function assertFileOrDirectory(name: string, mode: number): void {
  const expected = name.endsWith('/') ? 'directory' : 'file';
  const type = mode & TYPE_BITS;
  const recorded = type === 0 ? expected : (KINDS[type] ?? 'unknown');
  const kind = recorded === 'file' && mode & SETUID_OR_SETGID ? 'setuid' : recorded;
  if (kind === expected) return;
  throw new DifusorError('ARCHIVE_ENTRY_NOT_A_FILE', { entry: printable(name), kind });
}
