import { parseDocker } from '../../../../lib/audit/parse/docker.js';
import { expectBounded } from './hostile-output.js';

describe('parseDocker', () => {
  test.each([
    [
      'an engine that starts with its host',
      '{"version":"27.1.0","liveRestore":true}\nenabled\n',
      { value: { version: '27.1.0', liveRestore: true, startsWithHost: true } },
    ],
    [
      'one that somebody starts',
      '{"version":"27.1.0","liveRestore":false}\ndisabled\n',
      { value: { liveRestore: false, startsWithHost: false } },
    ],
    ['that there is none', 'none\n', { value: { version: null } }],
    ['a client whose engine is off', '{"version":"","liveRestore":false}\n', { why: 'unread' }],
    ['an error', 'Cannot connect to the Docker daemon', { why: 'unread' }],
  ])('reads %s', (_what, text, expected) => {
    expect(parseDocker(text)).toMatchObject(expected);
  });

  it('reads or refuses whatever a host may print', () => {
    expectBounded(parseDocker, '{"version":"27.1.0","liveRestore":true}\nenabled\n');
  });
});
