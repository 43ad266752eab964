import { liveDocker } from '../../../../../lib/compliance/rules/live/live-docker.js';
import { liveFacts, seen, unseen } from '../../live-builder.js';
import { evaluateLive, said } from './live-rules.js';

describe('live-docker', () => {
  test.each([
    ['it runs and starts with the host', 'met live-docker.runs', liveFacts()],
    [
      'somebody has to start it',
      'breached live-docker.by-hand',
      liveFacts({ docker: seen({ version: '27', liveRestore: true, startsWithHost: false }) }),
    ],
    [
      'there is none',
      'breached live-docker.none',
      liveFacts({ docker: seen({ version: null, liveRestore: false, startsWithHost: false }) }),
    ],
    ['nobody could ask', 'undetermined live.unmeasured', liveFacts({ docker: unseen() })],
  ])('where %s, says: %s', (_where, expected, live) => {
    expect(said(evaluateLive(liveDocker, live))).toBe(expected);
  });

  it('can say nothing where nobody looked', () => {
    expect(said(evaluateLive(liveDocker, undefined))).toBe('undetermined live.none');
  });
});
