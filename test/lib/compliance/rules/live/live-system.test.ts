import { liveSystem } from '../../../../../lib/compliance/rules/live/live-system.js';
import { liveFacts, seen, unseen } from '../../live-builder.js';
import { evaluateLive, said } from './live-rules.js';

describe('live-system', () => {
  test.each([
    ['it is an Ubuntu with long support', 'met live-system.fits', liveFacts()],
    [
      'it is a short-lived Ubuntu',
      'breached live-system.other',
      liveFacts({ system: seen({ name: 'Ubuntu', version: '24.10' }) }),
    ],
    [
      'it is another system',
      'breached live-system.other',
      liveFacts({ system: seen({ name: 'Debian', version: '12' }) }),
    ],
    ['nobody could ask', 'undetermined live.unmeasured', liveFacts({ system: unseen() })],
  ])('where %s, says: %s', (_where, expected, live) => {
    expect(said(evaluateLive(liveSystem, live))).toBe(expected);
  });

  it('does not apply where the call asks for none', () => {
    expect(said(evaluateLive(liveSystem, liveFacts(), { server: {} }))).toMatch(/^not-applicable /);
  });

  it('can say nothing where nobody looked', () => {
    expect(said(evaluateLive(liveSystem, undefined))).toBe('undetermined live.none');
  });

  it('takes any Linux where the call admits Linux', () => {
    const operatingSystems = { names: ['Windows', 'Linux'], clause: 'I' };
    const live = liveFacts({ system: seen({ name: 'Debian', version: '12' }) });
    expect(said(evaluateLive(liveSystem, live, { server: { operatingSystems } }))).toBe(
      'met live-system.fits',
    );
  });
});
