import { DateTime, type DurationLike } from 'luxon';
import type { Convocatoria } from '../convocatorias/index.js';
import type { WorkerWindow } from '../worker-settings.js';

/** Minutes before the opening in which the worker already proves that it reaches the source. */
const LEAD_MINUTES = 60;

/** Cuts that may still come late after the last one's time. */
const LATE_PERIODS = 3;

/** Hours of one rehearsal: calls name the day only. */
const REHEARSAL_HOURS = 4;

/** Hours of a publication for which the call gives neither a last cut nor an end. */
const OPEN_HOURS = 24;

/** Facts of a call, dates of a later election in place, that say when the worker runs. */
export type Schedule = Pick<Convocatoria, 'zone' | 'opening' | 'closing' | 'holdUntil' | 'rehearsals'>;

/**
 * When the worker runs, in the call's zone: once for the election, from 60 minutes before the opening until three
 * periods after the last cut (else after the end of the publication, else 24 hours after the opening), and once for
 * each rehearsal. Calls give no hours for rehearsals: each takes the clock of the election's night, from 60 minutes
 * before the opening's hour until 4 hours after it.
 */
export function workerWindows(schedule: Schedule, cadenceMinutes: number): WorkerWindow[] {
  const opening = DateTime.fromISO(schedule.opening.at, { zone: schedule.zone });
  const days = schedule.rehearsals.map(({ date }) => date).sort();
  return [
    electionWindow(schedule, opening, cadenceMinutes),
    ...days.map((day) => rehearsalWindow(day, opening)),
  ];
}

function electionWindow(
  { zone, closing, holdUntil }: Schedule,
  opening: DateTime,
  cadenceMinutes: number,
): WorkerWindow {
  const last = closing?.at ?? holdUntil?.at;
  const end = last === undefined ? opening.plus({ hours: OPEN_HOURS }) : DateTime.fromISO(last, { zone });
  const late = { minutes: LATE_PERIODS * cadenceMinutes };
  const lastCut = closing === null ? {} : { lastCutAt: closing.at };
  return { id: 'election', kind: 'election', ...between(opening, end, late), ...lastCut };
}

/** Named by its day: one that is held again on another day owes nothing to what was noted of the first. */
function rehearsalWindow(day: string, opening: DateTime): WorkerWindow {
  // Set field by field, so that the clock reads the same on a day with another offset.
  const { year, month, day: dayOfMonth } = DateTime.fromISO(day);
  const opens = opening.set({ year, month, day: dayOfMonth });
  return {
    id: `rehearsal-${opens.toISODate()}`,
    kind: 'rehearsal',
    ...between(opens, opens, { hours: REHEARSAL_HOURS }),
  };
}

function between(
  opening: DateTime,
  end: DateTime,
  after: DurationLike,
): Pick<WorkerWindow, 'from' | 'opensAt' | 'until'> {
  return {
    from: iso(opening.minus({ minutes: LEAD_MINUTES })),
    opensAt: iso(opening),
    until: iso(end.plus(after)),
  };
}

function iso(at: DateTime): string {
  return at.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
}
