import pino, { type DestinationStream, type Logger } from 'pino';
import { failureOf, type Failure } from '../failure.js';
import type { DifusorError } from '../errors.js';
import type { SyncOutcome } from './outcome.js';

export type SyncLog = Pick<Logger, 'info' | 'warn' | 'error'>;

/** Keys whose values never reach a log, wherever a caller may put them. */
const SECRET_KEYS = ['authorization', 'password', 'token', 'secret'];

/** Structured lines, one JSON object each, without host or process; to standard output unless told otherwise. */
export function createSyncLog(destination?: DestinationStream): Logger {
  const options = {
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: SECRET_KEYS.flatMap((key) => [key, `*.${key}`]),
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** Writes what a run came to. */
export function logOutcome(log: SyncLog, outcome: SyncOutcome): void {
  if (outcome.kind === 'refused' || outcome.kind === 'failed') {
    log.error({ outcome: outcome.kind, ...errorFields(outcome.error) }, outcome.error.code);
    return;
  }
  const { kind, ...fields } = outcome;
  log.info({ outcome: kind, ...fields }, kind);
}

function errorFields(error: DifusorError): Record<string, unknown> {
  return { code: error.code, params: error.params, retryable: error.retryable, causes: causesOf(error) };
}

/** The failures underneath by name, code and message; whole objects would carry requests and their headers. */
function causesOf({ cause }: { readonly cause?: unknown }): Pick<Failure, 'name' | 'code' | 'message'>[] {
  if (cause === undefined || cause === null) return [];
  const { name, code, message } = failureOf(cause);
  return [{ name, code, message }, ...causesOf(cause)];
}
