import { DateTime } from 'luxon';
import type { Convocatoria, DateOverrides } from '../../convocatorias/index.js';
import { describe } from '../describe.js';
import type { Fault } from '../fault.js';
import type { Check } from './check.js';
import { suggest } from '../suggest.js';
import { duplicateFaults } from './duplicates.js';

/** Days that a year may have. */
const YEAR = 366;

/** Days between opening and last cut; a preliminary count takes one. */
const MAX_PUBLICATION_DAYS = 7;

/** Days after the call's election in which a later one may still use its text. */
const MAX_LATER_DAYS = 20 * YEAR;

/** Days that results may have to stay published. */
const MAX_HOLD_DAYS = 10 * YEAR;

/** Each rehearsal is a schedule of its own. */
const MAX_REHEARSALS = 20;

/**
 * What an election's new dates must be beyond their order, which the call itself checks: complete, and within a
 * reach that no slip of the hand in a year or month has.
 */
export const datesFaults: Check = ({ config: { dates }, convocatoria }) => {
  if (dates === undefined || convocatoria === undefined) return [];
  const missing = missingFaults(dates, convocatoria);
  const unknown = deadlineFaults(dates, convocatoria);
  if (missing.length > 0) return [...missing, ...unknown];
  return [...unknown, ...reachFaults(dates, convocatoria), ...rehearsalFaults(dates)];
};

/** A new election day with the old opening would open years too early. */
function missingFaults(dates: DateOverrides, call: Convocatoria): Fault[] {
  if (dates.electionDay === undefined || dates.electionDay === call.electionDay) return [];
  const own = {
    opening: call.opening.at,
    closing: call.closing?.at,
    holdUntil: call.holdUntil?.at,
    rehearsals: call.rehearsals[0]?.date,
    statistics: call.statistics?.from,
  };
  return Object.entries(own).flatMap(([name, old]): Fault[] =>
    old === undefined || dates[name as keyof typeof own] !== undefined
      ? []
      : [{ id: 'problem.dates-incomplete', path: ['dates', name], params: { name, old } }],
  );
}

function reachFaults(dates: DateOverrides, call: Convocatoria): Fault[] {
  const { zone } = call;
  const election = anchor('electionDay', dates.electionDay ?? call.electionDay);
  const opening = anchor('opening', localDay(dates.opening ?? call.opening.at, zone));
  const dayOf = (at: string | undefined): string | undefined =>
    at === undefined ? undefined : localDay(at, zone);
  const yearAround = { from: election, before: YEAR, after: YEAR };
  return [
    ...(dates.opening === undefined ? [] : openingFaults(election, opening, zone)),
    ...[
      {
        key: ['electionDay'],
        got: dates.electionDay,
        from: anchor(call.id, call.electionDay),
        before: 0,
        after: MAX_LATER_DAYS,
      },
      { key: ['closing'], got: dayOf(dates.closing), from: opening, before: 1, after: MAX_PUBLICATION_DAYS },
      { key: ['holdUntil'], got: dayOf(dates.holdUntil), from: opening, before: 1, after: MAX_HOLD_DAYS },
      { key: ['statistics', 'from'], got: dates.statistics?.from, ...yearAround },
      { key: ['statistics', 'to'], got: dates.statistics?.to, ...yearAround },
      ...(dates.rehearsals ?? []).map((got, index) => ({ key: ['rehearsals', index], got, ...yearAround })),
      ...Object.entries(dates.deadlines ?? {}).map(([id, got]) => ({
        key: ['deadlines', id],
        got,
        ...yearAround,
      })),
    ].flatMap(outside),
  ];
}

/** A day to which others are near. */
interface Anchor {
  readonly name: string;
  readonly day: DateTime;
}

function anchor(name: string, day: string): Anchor {
  return { name, day: DateTime.fromISO(day, { zone: 'utc' }) };
}

function openingFaults(election: Anchor, opening: Anchor, zone: string): Fault[] {
  const days = opening.day.diff(election.day, 'days').days;
  if (days === 0 || days === 1) return [];
  const params = { got: opening.day.toFormat('yyyy-MM-dd'), day: election.day.toFormat('yyyy-MM-dd'), zone };
  return [{ id: 'problem.opening-not-on-election-day', path: ['dates', 'opening'], params }];
}

interface Reach {
  readonly key: readonly (string | number)[];
  readonly got: string | undefined;
  readonly from: Anchor;
  /** Days in front of the anchor that are still accepted. */
  readonly before: number;
  /** Days after the anchor that are still accepted. */
  readonly after: number;
}

function outside({ key, got, from, before, after }: Reach): Fault[] {
  if (got === undefined) return [];
  const days = DateTime.fromISO(got, { zone: 'utc' }).diff(from.day, 'days').days;
  const path = ['dates', ...key];
  const params = { name: path.join('.'), got, other: from.name };
  const limit = (offset: number): string => from.day.plus({ days: offset }).toFormat('yyyy-MM-dd');
  if (days < -before) {
    return [{ id: 'problem.dates-too-early', path, params: { ...params, limit: limit(-before) } }];
  }
  if (days <= after) return [];
  return [{ id: 'problem.dates-too-far', path, params: { ...params, days: after, limit: limit(after) } }];
}

function rehearsalFaults({ rehearsals = [] }: DateOverrides): Fault[] {
  const path = ['dates', 'rehearsals'];
  if (rehearsals.length > MAX_REHEARSALS) {
    const params = { got: rehearsals.length, origin: 'array', maximum: MAX_REHEARSALS };
    return [{ id: 'problem.too-long', path, params }];
  }
  return duplicateFaults(rehearsals, (index) => [...path, index]);
}

function deadlineFaults({ deadlines = {} }: DateOverrides, call: Convocatoria): Fault[] {
  const known = call.deadlines.map(({ id }) => id);
  return Object.keys(deadlines)
    .filter((name) => !known.includes(name))
    .map((name): Fault => {
      const path = ['dates', 'deadlines', name];
      const params = { got: describe(name), allowed: known.join(', '), suggestion: suggest(name, known) };
      return { id: 'problem.deadline-unknown', path, params, at: 'key' };
    });
}

function localDay(at: string, zone: string): string {
  return DateTime.fromISO(at, { zone }).toFormat('yyyy-MM-dd');
}
