import { liveFraming } from '../../../../../lib/compliance/rules/live/live-framing.js';
import { awsFacts, liveFacts, seen, unaskedFacts, unseen } from '../../live-builder.js';
import { evaluateLive, said } from './live-rules.js';

describe('live-framing', () => {
  test.each([
    ['the site lets itself be framed', 'met live-framing.allowed live-framing.reaches', liveFacts()],
    [
      'it does not',
      'breached live-framing.refused',
      liveFacts({}, { framing: seen({ allowed: false, header: 'X-Frame-Options', value: 'DENY' }) }),
    ],
    ['the host does not get it', 'breached live-framing.reaches', liveFacts({ official: seen(403) })],
    [
      'nobody could ask',
      'undetermined live.unmeasured live.unmeasured',
      liveFacts({ official: unseen() }, { framing: unseen() }),
    ],
    ['it is framed by a page on AWS', 'met live-framing.allowed', awsFacts()],
    ['nobody asked', 'undetermined live-framing.unasked live-framing.unasked', unaskedFacts()],
  ])('where %s, says: %s', (_where, expected, live) => {
    expect(said(evaluateLive(liveFraming, live))).toBe(expected);
  });

  it('can say nothing where nobody looked', () => {
    expect(said(evaluateLive(liveFraming, undefined))).toBe('undetermined live.none');
  });
});
