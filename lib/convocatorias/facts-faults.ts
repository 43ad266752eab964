import type { Fault, FaultPath } from './fault.js';
import { isWithin } from './clause-id.js';
import type { Clause, ConvocatoriaFacts } from './schema.js';
import { timeFaults } from './time-faults.js';

/** Every fault of a call's facts that their shape does not show. */
export function factsFaults(facts: ConvocatoriaFacts): Fault[] {
  return [
    ...timeFaults(facts),
    ...takeDownFaults(facts),
    ...deadlineFaults(facts),
    ...twice(facts.readings, 'readings'),
    ...twice(facts.deadlines, 'deadlines'),
    ...readingFaults(facts),
  ];
}

/** Clauses that the facts cite and the call does not have. */
export function citationFaults(facts: ConvocatoriaFacts, clauses: readonly Clause[]): Fault[] {
  return leaves(facts)
    .filter(({ path }) => isCitation(path))
    .filter(({ text }) => !clauses.some(({ id }) => isWithin(id, text)))
    .map(({ text, path }) => ({ id: 'problem.convocatoria.clause-unknown', path, params: { clause: text } }));
}

/** Whatever value they stand under, so that one added to the schema is checked too. */
function isCitation(path: FaultPath): boolean {
  const [parent, key] = path.slice(-2);
  return key === 'clause' || path.at(-1) === 'rehearsalsClause' || parent === 'clauses';
}

function readingFaults(facts: ConvocatoriaFacts): Fault[] {
  const known = new Set(facts.readings.map(({ id }) => id));
  return leaves(facts)
    .filter(({ path, text }) => path.at(-1) === 'reading' && !known.has(text))
    .map(({ path, text }) => ({
      id: 'problem.convocatoria.reading-unknown',
      path,
      params: { reading: text },
    }));
}

/** One text of the facts, and the keys that lead to it. */
interface Leaf {
  readonly text: string;
  readonly path: FaultPath;
}

function leaves(value: unknown, path: FaultPath = []): Leaf[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    leaves(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** A call may contradict itself, but then a reading has to say so. */
function takeDownFaults({ cadence, takeDown }: ConvocatoriaFacts): Fault[] {
  if (cadence === null || takeDown === null || takeDown.reading !== undefined) return [];
  const expected = cadence.minutes * takeDown.periods;
  if (takeDown.minutes === expected) return [];
  const params = { got: takeDown.minutes, periods: takeDown.periods, cadence: cadence.minutes, expected };
  return [{ id: 'problem.convocatoria.take-down', path: ['takeDown', 'minutes'], params }];
}

function deadlineFaults({ deadlines }: ConvocatoriaFacts): Fault[] {
  return deadlines.flatMap(({ from, date }, index): Fault[] => {
    if (from === undefined || from <= date) return [];
    const params = { got: date, other: 'from', otherValue: from };
    return [{ id: 'problem.convocatoria.order', path: ['deadlines', index, 'date'], params }];
  });
}

function twice(items: readonly { readonly id: string }[], key: string): Fault[] {
  return items.flatMap(({ id }, index): Fault[] => {
    if (items.findIndex((item) => item.id === id) === index) return [];
    return [{ id: 'problem.convocatoria.id-twice', path: [key, index, 'id'], params: { value: id } }];
  });
}
