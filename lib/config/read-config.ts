import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { DifusorError } from '../errors.js';

/** KiB of one difusor.yaml; the longest example has 3. */
export const MAX_CONFIG_KIB = 256;

const MAX_BYTES = MAX_CONFIG_KIB * 1024;

/**
 * The text of a configuration, without its byte order mark; `shown` is the path that errors name.
 * @throws CONFIG_NOT_FOUND when no file is there.
 * @throws CONFIG_UNREADABLE when it is no regular file, may not be read, is longer than 256 KiB or is not UTF-8.
 */
export function readConfig(path: string, shown: string): string {
  const bytes = readBytes(path, shown);
  if (bytes.length > MAX_BYTES) throw unreadable(shown, 'EFBIG');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw unreadable(shown, 'EILSEQ', cause);
  }
}

function readBytes(path: string, shown: string): Buffer {
  let file: number | undefined;
  try {
    // Without O_NONBLOCK a named pipe would hold the process until somebody writes to it.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const kind = fstatSync(file);
    if (kind.isDirectory()) throw unreadable(shown, 'EISDIR');
    if (!kind.isFile()) throw unreadable(shown, 'EINVAL');
    return readUpTo(file, MAX_BYTES + 1);
  } catch (cause) {
    throw asDifusorError(cause, shown);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Reads to the end or the limit, whatever size the file system states. */
function readUpTo(file: number, limit: number): Buffer {
  const buffer = Buffer.alloc(limit);
  let length = 0;
  while (length < limit) {
    const count = readSync(file, buffer, length, limit - length, null);
    if (count === 0) break;
    length += count;
  }
  return buffer.subarray(0, length);
}

function asDifusorError(cause: unknown, shown: string): unknown {
  if (cause instanceof DifusorError || typeof cause !== 'object' || cause === null || !('code' in cause))
    return cause;
  const code = String(cause.code);
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ERR_INVALID_ARG_VALUE') {
    return new DifusorError('CONFIG_NOT_FOUND', { path: shown }, { cause });
  }
  return unreadable(shown, code, cause);
}

function unreadable(path: string, reason: string, cause?: unknown): DifusorError {
  return new DifusorError('CONFIG_UNREADABLE', { path, reason, maxKib: MAX_CONFIG_KIB }, { cause });
}
