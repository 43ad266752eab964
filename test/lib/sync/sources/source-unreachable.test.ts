import { sourceUnreachable } from '../../../../lib/sync/sources/source-unreachable.js';

describe('sourceUnreachable', () => {
  it('may pass by itself, and keeps what is underneath for the log', () => {
    const cause = new Error('no route');
    expect(
      sourceUnreachable({ host: 'h', reason: 'EHOSTUNREACH', retryAfterSeconds: 5 }, cause),
    ).toMatchObject({
      code: 'SOURCE_UNREACHABLE',
      params: { host: 'h', reason: 'EHOSTUNREACH', retryAfterSeconds: 5 },
      retryable: true,
      cause,
    });
  });
});
