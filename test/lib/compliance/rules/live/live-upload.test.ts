import { liveUpload } from '../../../../../lib/compliance/rules/live/live-upload.js';
import { liveFacts, transfer, unseen } from '../../live-builder.js';
import { evaluateLive, said } from './live-rules.js';

describe('live-upload', () => {
  test.each([
    ['it is as fast as asked', 'met live-upload.fast', liveFacts({ upload: transfer(40) })],
    ['it is slower', 'breached live-upload.slow', liveFacts({ upload: transfer(39.9) })],
    ['nothing was transferred', 'undetermined live.unmeasured', liveFacts({ upload: unseen('notAsked') })],
  ])('where %s, says: %s', (_where, expected, live) => {
    expect(said(evaluateLive(liveUpload, live))).toBe(expected);
  });

  it('does not apply where the call asks for none', () => {
    expect(said(evaluateLive(liveUpload, liveFacts(), { server: {} }))).toMatch(/^not-applicable /);
  });

  it('can say nothing where nobody looked', () => {
    expect(said(evaluateLive(liveUpload, undefined))).toBe('undetermined live.none');
  });
});
