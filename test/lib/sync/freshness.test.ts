import type { Pointer } from '../../../lib/edge/pointer.js';
import { cutAgeSeconds } from '../../../lib/sync/freshness.js';
import { SETTINGS } from '../../support/worker-settings.js';

const ELECTION = SETTINGS.windows[1]!;
const GENERATION = '20270607T032000Z-00000001';

describe('cutAgeSeconds', () => {
  it.each<[string, Pointer, string, number]>([
    ['before the opening', { state: 'closed' }, '2027-06-06T19:59:00-07:00', 0],
    ['at the opening', { state: 'closed' }, '2027-06-06T20:00:00-07:00', 0],
    ['without a cut since the opening', { state: 'closed' }, '2027-06-06T20:10:00-07:00', 600],
    ['with a cut', { state: 'live', generation: GENERATION }, '2027-06-06T20:25:30-07:00', 330],
    [
      'with a cut behind a notice',
      { state: 'notice', generation: GENERATION },
      '2027-06-06T20:25:30-07:00',
      330,
    ],
    [
      'with the last cut but one, past the closing',
      { state: 'live', generation: '20270608T024000Z-00000001' },
      '2027-06-07T20:25:00-07:00',
      45 * 60,
    ],
    [
      'with the call’s last cut, however long it stays',
      { state: 'live', generation: '20270608T030000Z-00000001' },
      '2027-06-07T20:55:00-07:00',
      0,
    ],
    ['under a notice without a cut', { state: 'notice' }, '2027-06-06T20:10:00-07:00', 600],
    [
      'with a cut some seconds ahead',
      { state: 'live', generation: GENERATION },
      '2027-06-06T20:19:50-07:00',
      0,
    ],
  ])('is %s what readers have waited', (_what, pointer, now, seconds) => {
    expect(cutAgeSeconds(pointer, ELECTION, new Date(now))).toBe(seconds);
  });
});
