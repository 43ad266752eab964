import { liveContent } from '../../../../../lib/compliance/rules/live/live-content.js';
import { awsFacts, liveFacts, liveFront, liveWeb, seen, unaskedFacts, unseen } from '../../live-builder.js';
import { evaluateLive, said } from './live-rules.js';

describe('live-content', () => {
  test.each([
    ['an invented address is not there', 'manual live-content.absent', liveFacts()],
    ['the site is closed', 'manual live-content.absent', liveFacts({ web: liveWeb({ missing: seen(503) }) })],
    [
      'a page stands in for it',
      'breached live-content.invented',
      liveFacts({ web: liveWeb({ missing: seen(200) }) }),
    ],
    ['it leads on', 'breached live-content.invented', liveFacts({ web: liveWeb({ missing: seen(302) }) })],
    [
      'one address on AWS shows a page',
      'breached live-content.invented',
      awsFacts([liveFront('198.51.100.30'), liveFront('198.51.100.31', { missing: seen(200) })]),
    ],
    ['nobody answers', 'undetermined live.unmeasured', liveFacts({ web: liveWeb({ missing: unseen() }) })],
    ['nobody asked', 'manual', unaskedFacts()],
  ])('where %s, says: %s', (_where, expected, live) => {
    expect(said(evaluateLive(liveContent, live))).toBe(expected);
  });

  it('can say nothing where nobody looked', () => {
    expect(said(evaluateLive(liveContent, undefined))).toBe('undetermined live.none');
  });
});
