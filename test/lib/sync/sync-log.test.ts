import { DifusorError } from '../../../lib/errors.js';
import { createSyncLog, logOutcome } from '../../../lib/sync/sync-log.js';
import { linesOf } from '../../support/lines.js';

describe('logOutcome', () => {
  it('writes an outcome with its fields, and no host or process', () => {
    const { destination, lines } = linesOf();
    logOutcome(createSyncLog(destination), { kind: 'unchanged', generation: '20270607T032000Z-aaaaaaaa' });
    expect(lines()).toEqual([
      {
        level: 30,
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
        outcome: 'unchanged',
        generation: '20270607T032000Z-aaaaaaaa',
        msg: 'unchanged',
      },
    ]);
  });

  it('writes of a failure its code and parameters, and of its causes their words only', () => {
    const { destination, lines } = linesOf();
    const deepest = Object.assign(new Error('reset'), {
      code: 'ECONNRESET',
      request: { headers: 'not for a log' },
    });
    const cause = Object.assign(new Error('socket'), { cause: deepest });
    const error = new DifusorError('SOURCE_UNREACHABLE', { host: 'h' }, { cause, retryable: true });
    logOutcome(createSyncLog(destination), { kind: 'failed', error });
    expect(lines()).toEqual([
      expect.objectContaining({
        level: 50,
        outcome: 'failed',
        code: 'SOURCE_UNREACHABLE',
        params: { host: 'h' },
        retryable: true,
        causes: [
          { name: 'Error', message: 'socket' },
          { name: 'Error', message: 'reset', code: 'ECONNRESET' },
        ],
      }),
    ]);
    expect(JSON.stringify(lines())).not.toContain('not for a log');
  });
});

describe('createSyncLog', () => {
  it('blots out credentials that somebody hands it', () => {
    const { destination, lines } = linesOf();
    createSyncLog(destination).info({ password: 'canario', request: { authorization: 'canario' } }, 'x');
    expect(JSON.stringify(lines())).not.toContain('canario');
  });
});
