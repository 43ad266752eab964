import type { Pointer } from '../../../lib/edge/pointer.js';
import { cutAgeSeconds, freshnessOf, type Freshness } from '../../../lib/sync/freshness.js';
import type { Trouble } from '../../../lib/sync/sync-state.js';
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

const SETTLED = { cadenceMinutes: 20 };
const TROUBLE: Trouble = { since: '2027-06-07T03:00:00.000Z', code: 'STORE_WRITE_FAILED' };

describe('freshnessOf', () => {
  const LIVE: Pointer = { state: 'live', generation: GENERATION };
  const NONE: Pointer = { state: 'closed' };
  const LAST: Pointer = { state: 'live', generation: '20270608T030000Z-00000001' };

  it.each<[string, Pointer, Trouble | undefined, string, Freshness]>([
    [
      'waiting, before the opening',
      NONE,
      undefined,
      '2027-06-06T19:30:00-07:00',
      { state: 'waiting', ageSeconds: 0, lagSeconds: 0 },
    ],
    [
      'current, with a cut in time',
      LIVE,
      undefined,
      '2027-06-06T20:25:00-07:00',
      { state: 'current', ageSeconds: 300, lagSeconds: 0 },
    ],
    [
      'current, for two whole periods',
      LIVE,
      undefined,
      '2027-06-06T21:00:00-07:00',
      { state: 'current', ageSeconds: 2400, lagSeconds: 0 },
    ],
    [
      'late by the institute’s doing, after that',
      LIVE,
      undefined,
      '2027-06-06T21:00:01-07:00',
      { state: 'source-late', ageSeconds: 2401, lagSeconds: 0 },
    ],
    [
      'late by the institute’s doing, without a cut since the opening',
      NONE,
      undefined,
      '2027-06-06T20:40:01-07:00',
      { state: 'source-late', ageSeconds: 2401, lagSeconds: 0 },
    ],
    [
      'current, with the call’s last cut, however long',
      LAST,
      undefined,
      '2027-06-07T20:59:00-07:00',
      { state: 'current', ageSeconds: 0, lagSeconds: 0 },
    ],
    [
      'failing, with a cut in time',
      LIVE,
      TROUBLE,
      '2027-06-06T20:25:00-07:00',
      { state: 'failing', ageSeconds: 300, lagSeconds: 1500 },
    ],
    [
      'failing, rather than late by the institute’s doing',
      LIVE,
      TROUBLE,
      '2027-06-06T22:00:00-07:00',
      { state: 'failing', ageSeconds: 6000, lagSeconds: 7200 },
    ],
    [
      'failing, before the opening too',
      NONE,
      { since: '2027-06-07T02:10:00.000Z', code: 'SOURCE_REFUSED' },
      '2027-06-06T19:30:00-07:00',
      { state: 'failing', ageSeconds: 0, lagSeconds: 1200 },
    ],
    [
      'failing for no time, where the clock was set back',
      LIVE,
      TROUBLE,
      '2027-06-06T19:59:00-07:00',
      { state: 'failing', ageSeconds: 0, lagSeconds: 0 },
    ],
  ])('is %s', (_what, pointer, trouble, now, freshness) => {
    expect(freshnessOf({ pointer, trouble }, ELECTION, SETTLED, new Date(now))).toEqual(freshness);
  });
});
