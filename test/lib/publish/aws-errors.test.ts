import { awsStatus, awsStoreError } from '../../../lib/publish/aws-errors.js';

const failure = (name: string, httpStatusCode?: number): Error =>
  Object.assign(new Error('of the service'), { name, $metadata: { httpStatusCode } });

describe('awsStoreError', () => {
  it.each([
    ['SlowDown', 503, true],
    ['InternalError', 500, true],
    ['ThrottlingException', 429, true],
    ['OperationAborted', 409, true],
    ['RequestTimeout', 400, true],
    ['BadDigest', 400, true],
    ['TimeoutError', undefined, true],
    ['AccessDenied', 403, false],
    ['NoSuchBucket', 404, false],
  ])('tells of %s with status %p whether it may pass: %p', (name, status, retryable) => {
    const cause = failure(name, status);
    expect(awsStoreError('STORE_WRITE_FAILED', 'cuts/x', cause)).toMatchObject({
      code: 'STORE_WRITE_FAILED',
      params: { path: 'cuts/x', reason: name },
      retryable,
      cause,
    });
  });
});

describe('awsStatus', () => {
  it('is unknown of what never reached a service', () => {
    expect(awsStatus(new Error('refused'))).toBeUndefined();
    expect(awsStatus(undefined)).toBeUndefined();
  });
});
