import { livePublicAddress } from '../../../../../lib/compliance/rules/live/live-public-address.js';
import { liveFacts, seen, unseen } from '../../live-builder.js';
import { evaluateLive, said } from './live-rules.js';

describe('live-public-address', () => {
  test.each([
    ['it is public', 'met live-public-address.public', liveFacts()],
    [
      'one of several is private',
      'breached live-public-address.reserved',
      liveFacts({ addresses: seen(['189.203.1.10', '10.0.0.4']) }),
    ],
    [
      'its name leads nowhere',
      'undetermined live.unmeasured',
      liveFacts({ addresses: unseen('nothingThere') }),
    ],
  ])('where %s, says: %s', (_where, expected, live) => {
    expect(said(evaluateLive(livePublicAddress, live))).toBe(expected);
  });

  it('can say nothing where nobody looked', () => {
    expect(said(evaluateLive(livePublicAddress, undefined))).toBe('undetermined live.none');
  });
});
