import { failureOf } from '../../failure.js';
import { DifusorError } from '../../errors.js';
import { sourceUnreachable } from './source-unreachable.js';

/** Status codes of SFTP that mean something of their own here. */
const NO_SUCH_FILE = 2;
const PERMISSION_DENIED = 3;

/** Whether a call failed because there is no such file. */
export function isNoSuchFile(error: unknown): boolean {
  return error instanceof DifusorError && statusOf(error.cause) === NO_SUCH_FILE;
}

/**
 * What a call over SSH means that failed.
 * @param broken what broke the connection before, if anything did: the call itself only tells that no answer came
 */
export function sshFailure(error: unknown, broken: unknown, host: string): DifusorError {
  const cause = broken ?? error;
  if (cause instanceof DifusorError) return cause;
  if (levelOf(cause) === 'client-authentication') {
    return new DifusorError('SOURCE_REFUSED', { host, status: 'login' }, { cause });
  }
  const status = statusOf(error);
  if (status === PERMISSION_DENIED) {
    return new DifusorError('SOURCE_REFUSED', { host, status: 'permission' }, { cause });
  }
  const reason = status === undefined ? reasonOf(cause) : `SFTP ${status}`;
  return sourceUnreachable({ host, reason }, cause);
}

/** Code of the system, else the part of SSH that failed. */
function reasonOf(error: unknown): string {
  const { code, reason } = failureOf(error);
  return code ?? levelOf(error) ?? (reason === 'Error' ? 'SSH' : reason);
}

function levelOf(error: unknown): string | undefined {
  const { level } = (error ?? {}) as { readonly level?: unknown };
  // Of a broken socket the error's own name tells more.
  return typeof level === 'string' && level !== 'client-socket' ? level : undefined;
}

function statusOf(error: unknown): number | undefined {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === 'number' && !(error instanceof DOMException) ? code : undefined;
}
