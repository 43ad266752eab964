import { liveDomain } from '../../../../../lib/compliance/rules/live/live-domain.js';
import { liveFacts, seen, unseen } from '../../live-builder.js';
import { evaluateLive, said } from './live-rules.js';

describe('live-domain', () => {
  test.each([
    ['the name leads to the host', 'met live-domain.leads', liveFacts()],
    [
      'it leads elsewhere',
      'breached live-domain.elsewhere',
      liveFacts({}, { domain: seen(['189.203.1.99']) }),
    ],
    [
      'it also leads elsewhere',
      'breached live-domain.strange',
      liveFacts({}, { domain: seen(['189.203.1.10', '189.203.1.99']) }),
    ],
    ['it leads nowhere', 'undetermined live.unmeasured', liveFacts({}, { domain: unseen('nothingThere') })],
  ])('where %s, says: %s', (_where, expected, live) => {
    expect(said(evaluateLive(liveDomain, live))).toBe(expected);
  });

  it('can say nothing where nobody looked', () => {
    expect(said(evaluateLive(liveDomain, undefined))).toBe('undetermined live.none');
  });
});
