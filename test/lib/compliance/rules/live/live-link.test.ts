import { liveLink } from '../../../../../lib/compliance/rules/live/live-link.js';
import { liveFacts, seen, transfer, unseen } from '../../live-builder.js';
import { evaluateLive, said } from './live-rules.js';

describe('live-link', () => {
  test.each([
    ['transfers are fast both ways', 'met live-link.way live-link.way', liveFacts()],
    [
      'the card does not tell, and transfers are fast',
      'met live-link.way live-link.way',
      liveFacts({ link: unseen('untold') }),
    ],
    ['the card is slow', 'breached live-link.card-slow', liveFacts({ link: seen(10) })],
    ['a download is slow', 'undetermined live-link.way', liveFacts({ download: transfer(12.4) })],
    [
      'nothing was transferred',
      'undetermined live.unmeasured live.unmeasured',
      liveFacts({ upload: unseen('notAsked'), download: unseen('notAsked') }),
    ],
  ])('where %s, says: %s', (_where, expected, live) => {
    expect(said(evaluateLive(liveLink, live))).toBe(expected);
  });

  it('does not apply where the call asks for none', () => {
    expect(said(evaluateLive(liveLink, liveFacts(), { server: {} }))).toMatch(/^not-applicable /);
  });

  it('can say nothing where nobody looked', () => {
    expect(said(evaluateLive(liveLink, undefined))).toBe('undetermined live.none');
  });

  it('needs no download where the call asks for no symmetry', () => {
    const link = { megabitsPerSecond: 100, symmetric: false, clause: 'I' };
    const live = liveFacts({ download: unseen() });
    expect(said(evaluateLive(liveLink, live, { server: { link } }))).toBe('met live-link.way');
  });
});
