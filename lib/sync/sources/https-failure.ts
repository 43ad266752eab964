import { failureOf } from '../../failure.js';
import { DifusorError } from '../../errors.js';
import { sourceUnreachable } from './source-unreachable.js';

/** Alerts of TLS with which a server turns a client's certificate, or the lack of one, down. */
const TURNED_DOWN =
  /ALERT_((?:(?:BAD|UNSUPPORTED)_)?CERTIFICATE(?:_[A-Z]+)?|UNKNOWN_CA|ACCESS_DENIED|DECRYPT_ERROR)$/;

/**
 * What a request without an answer means: nobody there, for now, or a server that wants another certificate.
 * @param brokenBy what broke the connection first, where that is known
 */
export function requestFailure(error: unknown, host: string, brokenBy?: unknown): DifusorError {
  if (error instanceof DifusorError) return error;
  const alert = alertOf(error) ?? alertOf(brokenBy);
  if (alert !== undefined) {
    return new DifusorError('SOURCE_REFUSED', { host, status: `TLS ${alert}` }, { cause: error });
  }
  const { reason } = failureOf(error);
  return sourceUnreachable({ host, reason }, error);
}

function alertOf(error: unknown): string | undefined {
  const alert = TURNED_DOWN.exec(failureOf(error).reason)?.[1];
  return alert?.toLowerCase().replaceAll('_', ' ');
}
