import { readFileSync, statSync } from 'node:fs';
import { DifusorError } from '../errors.js';

/** CloudFormation takes templates up to 1 MB; more than this is no template of anyone's. */
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * The content of a JSON file.
 * @throws TEMPLATE_UNREADABLE where there is none
 */
export function readJson(path: string): unknown {
  const text = readText(path);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreadable(path, reasonOf(error), error);
  }
}

/**
 * The text of a file of at most 16 MiB.
 * @throws TEMPLATE_UNREADABLE where there is none
 */
export function readText(path: string): string {
  try {
    const found = statSync(path);
    if (!found.isFile()) throw unreadable(path, 'ENOTSUP');
    if (found.size > MAX_BYTES) throw unreadable(path, `> ${MAX_BYTES / 1024 / 1024} MiB`);
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw error instanceof DifusorError ? error : unreadable(path, reasonOf(error), error);
  }
}

export function unreadable(path: string, reason: string, cause?: unknown): DifusorError {
  return new DifusorError('TEMPLATE_UNREADABLE', { path, reason }, { cause });
}

/** The code of a failure of the system, else its text. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}
