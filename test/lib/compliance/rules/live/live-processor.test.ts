import { liveProcessor } from '../../../../../lib/compliance/rules/live/live-processor.js';
import { liveFacts, seen, unseen } from '../../live-builder.js';
import { evaluateLive, said } from './live-rules.js';

describe('live-processor', () => {
  test.each([
    ['there is enough', 'met live-processor.cores live-processor.speed', liveFacts()],
    ['a core is missing', 'breached live-processor.cores', liveFacts({ cores: seen(7) })],
    [
      'the model is a hair slower',
      'met live-processor.cores live-processor.speed',
      liveFacts({ processorSpeed: seen({ gigahertz: 1.995, from: 'name' }) }),
    ],
    [
      'the model is slower',
      'breached live-processor.speed',
      liveFacts({ processorSpeed: seen({ gigahertz: 1.8, from: 'name' }) }),
    ],
    [
      'it is only throttled',
      'undetermined live-processor.speed',
      liveFacts({ processorSpeed: seen({ gigahertz: 0.8, from: 'current' }) }),
    ],
    [
      'nobody could ask',
      'undetermined live.unmeasured live.unmeasured',
      liveFacts({ cores: unseen(), processorSpeed: unseen() }),
    ],
  ])('where %s, says: %s', (_where, expected, live) => {
    expect(said(evaluateLive(liveProcessor, live))).toBe(expected);
  });

  it('does not apply where the call asks for none', () => {
    expect(said(evaluateLive(liveProcessor, liveFacts(), { server: {} }))).toMatch(/^not-applicable /);
  });

  it('can say nothing where nobody looked', () => {
    expect(said(evaluateLive(liveProcessor, undefined))).toBe('undetermined live.none');
  });
});
