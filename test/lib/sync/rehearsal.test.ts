import { mayShow, originByTime, originIn } from '../../../lib/sync/rehearsal.js';
import type { WorkerWindow } from '../../../lib/worker-settings.js';
import { SETTINGS } from '../../support/worker-settings.js';

const [REHEARSAL, ELECTION] = SETTINGS.windows as [WorkerWindow, WorkerWindow];

describe('mayShow', () => {
  const rehearsed = { rehearsal: true, window: 'rehearsal-1' };
  const real = { rehearsal: false, window: 'election' };

  it.each<[string, boolean, { rehearsal: boolean; window: string }, WorkerWindow | undefined]>([
    ['a rehearsal’s cut in its rehearsal', true, rehearsed, REHEARSAL],
    ['a rehearsal’s cut in another rehearsal', false, rehearsed, { ...REHEARSAL, id: 'rehearsal-2' }],
    ['a rehearsal’s cut in the election', false, rehearsed, ELECTION],
    ['a rehearsal’s cut in an election of the same id', false, rehearsed, { ...ELECTION, id: 'rehearsal-1' }],
    ['a rehearsal’s cut outside', false, rehearsed, undefined],
    ['a result in the election', true, real, ELECTION],
    ['a result after the election', true, real, undefined],
  ])('says of %s: %p', (_what, shown, origin, window) => {
    expect(mayShow(origin, window)).toBe(shown);
  });
});

describe('originIn', () => {
  const REHEARSED = '20270517T032000Z-00000001';
  it.each([
    ['a drill’s cut that comes again in the election', REHEARSED, ELECTION, 'rehearsal-1', true],
    ['a drill’s cut in that drill', REHEARSED, REHEARSAL, 'rehearsal-1', true],
    ['whatever comes in a drill', '20270601T000000Z-00000001', REHEARSAL, 'rehearsal-1', true],
    ['the election’s own', '20270607T032000Z-00000001', ELECTION, 'election', false],
    ['what is dated after the election’s window', '20270608T060000Z-00000001', ELECTION, 'election', false],
    ['what is dated before it, in no window', '20270601T000000Z-00000001', ELECTION, 'unplanned', true],
  ])('knows whose %s is', (_what, generation, current, window, rehearsal) => {
    expect(originIn(generation, SETTINGS.windows, current)).toEqual({ window, rehearsal });
  });
});

describe('originByTime', () => {
  it.each([
    ['20270517T032000Z-00000001', 'rehearsal-1', true],
    ['20270607T032000Z-00000001', 'election', false],
    ['20270601T000000Z-00000001', 'unplanned', true],
    ['20270609T000000Z-00000001', '', false],
  ])('knows the cut %s by its time alone', (generation, window, rehearsal) => {
    expect(originByTime(generation, SETTINGS.windows)).toEqual({ window, rehearsal });
  });
});
