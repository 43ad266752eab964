import { mayShow, originByTime } from '../../../lib/sync/rehearsal.js';
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

describe('originByTime', () => {
  it('knows a rehearsal’s cut by its time, whatever the window is now', () => {
    const generation = '20270517T032000Z-00000001';
    expect(originByTime(generation, SETTINGS.windows, ELECTION)).toEqual({
      window: 'rehearsal-1',
      rehearsal: true,
    });
  });

  it('takes a time outside every window for the present one’s', () => {
    const generation = '20270601T000000Z-00000001';
    expect(originByTime(generation, SETTINGS.windows, ELECTION)).toEqual({
      window: 'election',
      rehearsal: false,
    });
    expect(originByTime(generation, SETTINGS.windows, undefined)).toEqual({ window: '', rehearsal: false });
  });
});
