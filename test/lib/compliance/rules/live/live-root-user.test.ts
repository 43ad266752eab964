import { liveRootUser } from '../../../../../lib/compliance/rules/live/live-root-user.js';
import { liveFacts, seen, unseen } from '../../live-builder.js';
import { evaluateLive, said } from './live-rules.js';

describe('live-root-user', () => {
  test.each([
    ['the account may do all', 'met live-root-user.has', liveFacts()],
    [
      'it may do some',
      'breached live-root-user.has',
      liveFacts({ root: seen({ user: 'x', rights: 'limited' }) }),
    ],
    [
      'it may do nothing',
      'breached live-root-user.has',
      liveFacts({ root: seen({ user: 'x', rights: 'none' }) }),
    ],
    ['nobody could ask', 'undetermined live.unmeasured', liveFacts({ root: unseen() })],
  ])('where %s, says: %s', (_where, expected, live) => {
    expect(said(evaluateLive(liveRootUser, live))).toBe(expected);
  });

  it('can say nothing where nobody looked', () => {
    expect(said(evaluateLive(liveRootUser, undefined))).toBe('undetermined live.none');
  });
});
