import { DateTime } from 'luxon';
import type { Fault, FaultPath } from './fault.js';
import { offsetMinutes, type ConvocatoriaFacts } from './schema.js';

/** Facts of a call that say when. */
export type Dates = Pick<
  ConvocatoriaFacts,
  'electionDay' | 'zone' | 'opening' | 'closing' | 'holdUntil' | 'statistics' | 'rehearsals'
>;

const INSTANTS = ['opening', 'closing', 'holdUntil'] as const;

/** Every fault in the dates of a call: offsets that are not the zone's, and an order that cannot be. */
export function timeFaults(dates: Dates): Fault[] {
  return [...offsetFaults(dates), ...orderFaults(dates), ...dayFaults(dates)];
}

function offsetFaults({ zone, ...dates }: Dates): Fault[] {
  return INSTANTS.flatMap((key) => {
    const at = dates[key]?.at;
    if (at === undefined) return [];
    const written = DateTime.fromISO(at, { setZone: true });
    if (written.offset === offsetMinutes(at, zone)) return [];
    const expected = DateTime.fromISO(at, { zone }).toFormat('ZZ');
    const params = { got: written.toFormat('ZZ'), expected, zone };
    return [{ id: 'problem.convocatoria.offset', path: [key, 'at'], params }];
  });
}

function orderFaults({ opening, closing, holdUntil }: Dates): Fault[] {
  const start = closing ?? opening;
  const faults: Fault[] = [];
  if (closing !== null && millis(closing.at) <= millis(opening.at)) {
    faults.push(order(['closing', 'at'], closing.at, 'opening', opening.at));
  }
  if (holdUntil !== null && millis(holdUntil.at) < millis(start.at)) {
    const other = closing === null ? 'opening' : 'closing';
    faults.push(order(['holdUntil', 'at'], holdUntil.at, other, start.at));
  }
  return faults;
}

function dayFaults({ electionDay, zone, opening, statistics, rehearsals }: Dates): Fault[] {
  const openingDay = DateTime.fromISO(opening.at, { zone }).toISODate() ?? opening.at;
  const faults: Fault[] = [];
  if (openingDay < electionDay) faults.push(order(['opening', 'at'], opening.at, 'electionDay', electionDay));
  if (statistics !== null && statistics.to < statistics.from) {
    faults.push(order(['statistics', 'to'], statistics.to, 'statistics.from', statistics.from));
  }
  const late = rehearsals
    .map(({ date }, index) => ({ date, index }))
    .filter(({ date }) => date >= electionDay);
  const rehearsed = late.map(({ date, index }): Fault => {
    const params = { got: date, electionDay };
    return { id: 'problem.convocatoria.rehearsal-late', path: ['rehearsals', index, 'date'], params };
  });
  return [...faults, ...rehearsed];
}

function order(path: FaultPath, got: string, other: string, otherValue: string): Fault {
  return { id: 'problem.convocatoria.order', path, params: { got, other, otherValue } };
}

function millis(at: string): number {
  return DateTime.fromISO(at).toMillis();
}
