import { failureOf } from '../../failure.js';
import { DifusorError } from '../../errors.js';
import { awsStatus } from '../../publish/index.js';
import { sourceUnreachable } from './source-unreachable.js';

/** Answers that may pass by themselves though their status says that the request is at fault. */
const TRANSIENT = [
  'RequestTimeout',
  'SlowDown',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
];
const MOVED = [301, 302, 307, 308];
const NOT_CHANGED = 304;

/** What S3 answered to a request for an object, where that is no failure. */
export function s3Verdict(error: unknown): 'absent' | 'unchanged' | undefined {
  if (awsStatus(error) === NOT_CHANGED) return 'unchanged';
  return failureOf(error).name === 'NoSuchKey' ? 'absent' : undefined;
}

/** Whether S3 would not say: it answers so of an object that is not there to a caller that may not list. */
export function isForbidden(error: unknown): boolean {
  return awsStatus(error) === 403;
}

/** A failure of S3 as that of a source; without the original, which holds the answer and the request with it. */
export function s3Failure(error: unknown, host: string): DifusorError {
  if (error instanceof DifusorError) return error;
  const status = awsStatus(error);
  const { name, reason, message } = failureOf(error);
  const cause = new Error(`${name} ${status ?? ''} ${message}`.trim());
  if (name === 'CredentialsProviderError') {
    return new DifusorError('SECRET_UNREADABLE', { name: 'role', reason: name }, { cause });
  }
  if (MOVED.includes(status ?? 0)) {
    return new DifusorError('SOURCE_REDIRECTED', { host, target: endpointOf(error, name) }, { cause });
  }
  if (mayPass(status, name)) return sourceUnreachable({ host, reason }, cause);
  return new DifusorError('SOURCE_REFUSED', { host, status: `${status} ${name}` }, { cause });
}

function mayPass(status: number | undefined, name: string): boolean {
  return status === undefined || status >= 500 || status === 429 || TRANSIENT.includes(name);
}

function endpointOf(error: unknown, otherwise: string): string {
  const { Endpoint: endpoint } = error as { readonly Endpoint?: unknown };
  return typeof endpoint === 'string' ? endpoint : otherwise;
}
