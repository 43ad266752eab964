import { ClockWitness } from '../../../lib/sync/clock-witness.js';
import { SETTINGS } from '../../support/worker-settings.js';

const ELECTION = SETTINGS.windows[1]!;
const OPENING = '2027-06-06T20:00:00-07:00';

describe('ClockWitness', () => {
  let monotonicMs: number;
  let witness: ClockWitness;

  beforeEach(() => {
    monotonicMs = 5_000_000;
    witness = new ClockWitness(() => monotonicMs);
  });
  const hearAt = (sourceTime: string, minutesLater: number): void => {
    witness.hear(new Date(sourceTime));
    monotonicMs += minutesLater * 60_000;
  };

  it.each([
    ['one that never tells the time', false, true],
    ['one that tells it and was not heard', true, false],
  ])('asks of a source, %s: %p gives %p', (_what, tellsTime, confirmed) => {
    expect(witness.confirmsOpening(ELECTION, tellsTime)).toBe(confirmed);
  });

  it.each([
    ['an hour before the opening', '2027-06-06T19:00:00-07:00', 0, false],
    ['an hour before, an hour ago', '2027-06-06T19:00:00-07:00', 60, true],
    ['an hour before, 58 minutes ago', '2027-06-06T19:00:00-07:00', 58, false],
    ['61 seconds before', '2027-06-06T19:58:59-07:00', 0, false],
    ['a minute before, as clocks may differ', '2027-06-06T19:59:00-07:00', 0, true],
    ['at the opening', OPENING, 0, true],
  ])('hears that it is %s', (_what, sourceTime, minutesLater, confirmed) => {
    hearAt(sourceTime, minutesLater);
    expect(witness.confirmsOpening(ELECTION, true)).toBe(confirmed);
  });

  it('goes by what it heard, also of a source that is not said to tell the time', () => {
    hearAt('2027-06-06T19:00:00-07:00', 0);
    expect(witness.confirmsOpening(ELECTION, false)).toBe(false);
  });

  it('keeps what it heard last where an answer does not tell', () => {
    hearAt('2027-06-06T18:00:00-07:00', 0);
    hearAt(OPENING, 0);
    witness.hear(undefined);
    expect(witness.confirmsOpening(ELECTION, true)).toBe(true);
  });

  it.each([
    ['its own where nothing was heard', undefined, '2027-06-06T20:00:00-07:00'],
    ['its own where that is behind', '2027-06-06T20:30:00-07:00', '2027-06-06T20:00:00-07:00'],
    ['its own where the source is a little slow', '2027-06-06T19:25:00-07:00', '2027-06-06T20:00:00-07:00'],
    ['the source’s where its own is far ahead', '2027-06-06T19:24:59-07:00', '2027-06-06T19:29:59-07:00'],
  ])('takes for the present %s', (_what, heard, present) => {
    if (heard !== undefined) hearAt(heard, 5);
    expect(witness.present(new Date('2027-06-06T20:00:00-07:00'))).toEqual(new Date(present));
  });

  it('believes the source where it sets its clock back', () => {
    hearAt(OPENING, 0);
    hearAt('2027-06-06T19:30:00-07:00', 0);
    expect(witness.confirmsOpening(ELECTION, true)).toBe(false);
  });
});
