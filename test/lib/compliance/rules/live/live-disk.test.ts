import { liveDisk } from '../../../../../lib/compliance/rules/live/live-disk.js';
import { liveFacts, seen, unseen } from '../../live-builder.js';
import { evaluateLive, said } from './live-rules.js';

describe('live-disk', () => {
  test.each([
    ['there is enough', 'met live-disk.total', liveFacts()],
    ['two disks add up', 'met live-disk.total', liveFacts({ disks: seen(disks([60, true], [40, true])) })],
    ['it turns', 'breached live-disk.total', liveFacts({ disks: seen(disks([200, false])) })],
    [
      'it is too small',
      'breached live-disk.total',
      liveFacts({ disks: seen(disks([99, true], [500, false])) }),
    ],
    [
      'a virtual one does not tell',
      'undetermined live-disk.untold',
      liveFacts({ disks: seen(disks([60, true], [60, null])) }),
    ],
    ['nobody could ask', 'undetermined live.unmeasured', liveFacts({ disks: unseen() })],
  ])('where %s, says: %s', (_where, expected, live) => {
    expect(said(evaluateLive(liveDisk, live))).toBe(expected);
  });

  it('does not apply where the call asks for none', () => {
    expect(said(evaluateLive(liveDisk, liveFacts(), { server: {} }))).toMatch(/^not-applicable /);
  });

  it('can say nothing where nobody looked', () => {
    expect(said(evaluateLive(liveDisk, undefined))).toBe('undetermined live.none');
  });

  test.each([
    [20e9, 'met live-disk.free'],
    [19.9e9, 'breached live-disk.free'],
  ])('judges what is free, of whatever kind, where the call asks for that: %d', (free, expected) => {
    const disk = { gigabytes: 20, solidState: false, free: true, clause: 'I' };
    const live = liveFacts({ free: seen(free), disks: seen(disks([500, false])) });
    expect(said(evaluateLive(liveDisk, live, { server: { disk } }))).toBe(expected);
  });
});

function disks(...list: readonly (readonly [gigabytes: number, solidState: boolean | null])[]) {
  return list.map(([gigabytes, solidState], index) => ({
    name: `sd${index}`,
    bytes: gigabytes * 1e9,
    solidState,
  }));
}
