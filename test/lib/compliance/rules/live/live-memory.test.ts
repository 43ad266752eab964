import { liveMemory } from '../../../../../lib/compliance/rules/live/live-memory.js';
import { liveFacts, seen, unseen } from '../../live-builder.js';
import { evaluateLive, said } from './live-rules.js';

describe('live-memory', () => {
  test.each([
    ['there is enough', 'met live-memory.has', liveFacts()],
    [
      'the kernel keeps its share of 16 GB',
      'met live-memory.has',
      liveFacts({ memory: seen(14_880_000_000) }),
    ],
    [
      'more is missing than a kernel keeps',
      'breached live-memory.has',
      liveFacts({ memory: seen(14_879_999_999) }),
    ],
    ['nobody could ask', 'undetermined live.unmeasured', liveFacts({ memory: unseen() })],
  ])('where %s, says: %s', (_where, expected, live) => {
    expect(said(evaluateLive(liveMemory, live))).toBe(expected);
  });

  it('does not apply where the call asks for none', () => {
    expect(said(evaluateLive(liveMemory, liveFacts(), { server: {} }))).toMatch(/^not-applicable /);
  });

  it('can say nothing where nobody looked', () => {
    expect(said(evaluateLive(liveMemory, undefined))).toBe('undetermined live.none');
  });
});
