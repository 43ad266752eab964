import { liveTime } from '../../../../../lib/compliance/rules/live/live-time.js';
import { liveFacts, seen, unseen } from '../../live-builder.js';
import { evaluateLive, said } from './live-rules.js';

describe('live-time', () => {
  test.each([
    ['it is synchronized, and both clocks agree', 'met live-time.synchronized live-time.agrees', liveFacts()],
    [
      'its client does not tell how far off it is',
      'met live-time.synchronized live-time.agrees',
      liveFacts({ time: seen({ client: 'timedatectl', synchronized: true }) }),
    ],
    [
      'it is adrift',
      'breached live-time.adrift',
      liveFacts({ time: seen({ client: 'chrony', synchronized: false, offset: 0 }) }),
    ],
    [
      'the other clock differs',
      'undetermined live-time.differs',
      liveFacts({ timeFromHere: seen({ offset: -2500, error: 100 }) }),
    ],
    [
      'the way there may cost the difference',
      'met live-time.synchronized live-time.agrees',
      liveFacts({ timeFromHere: seen({ offset: 2500, error: 600 }) }),
    ],
    [
      'nobody could ask',
      'undetermined live.unmeasured live.unmeasured',
      liveFacts({ time: unseen(), timeFromHere: unseen() }),
    ],
  ])('where %s, says: %s', (_where, expected, live) => {
    expect(said(evaluateLive(liveTime, live))).toBe(expected);
  });

  it('can say nothing where nobody looked', () => {
    expect(said(evaluateLive(liveTime, undefined))).toBe('undetermined live.none');
  });
});
