import { failureOf } from '../failure.js';
import { DifusorError, type ErrorCode } from '../errors.js';

/** Answers below 500 that do not mean that the request is at fault: a race of conditional writes, and throttling. */
const TRANSIENT_STATUS = [409, 429];
/** Answered with status 400, yet the connection's fault. */
const TRANSIENT_NAMES = ['BadDigest', 'RequestTimeout'];

/** The HTTP status with which a service failed; `undefined` where none came back. */
export function awsStatus(error: unknown): number | undefined {
  const { $metadata } = (error ?? {}) as { readonly $metadata?: { readonly httpStatusCode?: number } };
  return $metadata?.httpStatusCode;
}

/** A failure of a store on AWS; it may pass by itself unless the service said that the request is at fault. */
export function awsStoreError(
  code: Extract<ErrorCode, 'STORE_READ_FAILED' | 'STORE_WRITE_FAILED'>,
  path: string,
  cause: unknown,
): DifusorError {
  const status = awsStatus(cause);
  const { name: reason } = failureOf(cause);
  const transient = TRANSIENT_NAMES.includes(reason) || TRANSIENT_STATUS.includes(status ?? 0);
  const retryable = status === undefined || status >= 500 || transient;
  return new DifusorError(code, { path, reason }, { cause, retryable });
}
