import { livePackageRoom } from '../../../../../lib/compliance/rules/live/live-package-room.js';
import { liveFacts, seen, unaskedFacts, unseen } from '../../live-builder.js';
import { evaluateLive, said } from './live-rules.js';

describe('live-package-room', () => {
  test.each([
    ['there is room', 'met live-package-room.has', liveFacts()],
    ['the night would just fit', 'met live-package-room.has', liveFacts({ free: seen(97 * 3_000_000) })],
    ['it would not', 'breached live-package-room.has', liveFacts({ free: seen(97 * 3_000_000 - 1) })],
    [
      'no package has come yet',
      'undetermined live.unmeasured',
      liveFacts({ packages: unseen('nothingThere') }),
    ],
    ['nobody knows what is free', 'undetermined live.unmeasured', liveFacts({ free: unseen() })],
    ['nothing says how long the night is', 'undetermined live-package-room.endless', unaskedFacts()],
  ])('where %s, says: %s', (_where, expected, live) => {
    expect(said(evaluateLive(livePackageRoom, live))).toBe(expected);
  });

  it('can say nothing where nobody looked', () => {
    expect(said(evaluateLive(livePackageRoom, undefined))).toBe('undetermined live.none');
  });
});
