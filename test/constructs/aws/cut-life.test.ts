import fc from 'fast-check';
import { cutLifeDays } from '../../../constructs/aws/cut-life.js';
import type { AwsPlan } from '../../../lib/config/index.js';
import { examplePlan } from '../../support/example-plan.js';
import { FUZZ_RUNS } from '../../support/fuzz-runs.js';

const DAY_MS = 86_400_000;
const plan = examplePlan({ retention: { hours: 48 } });

const iso = (ms: number): string => new Date(ms).toISOString();

/** The example's plan with other instants; each window is given by its start and end. */
function planOf(windows: readonly (readonly [number, number])[], hold: number, hours: number): AwsPlan {
  const { convocatoria, worker } = plan;
  return {
    ...plan,
    convocatoria: { ...convocatoria, holdUntil: { at: iso(hold), clause: 'I.c' } },
    worker: {
      ...worker,
      retentionHours: hours,
      windows: windows.map(([from, until], index) => ({
        ...worker.windows[0]!,
        id: `w${index}`,
        from: iso(from),
        until: iso(until),
      })),
    },
  };
}

describe('cutLifeDays', () => {
  it('spans the example’s first rehearsal, 16 May, to the end of 16 June, and a week', () => {
    expect(cutLifeDays(plan)).toBe(32 + 7);
  });

  it('is longer where more is asked for, and never shorter', () => {
    expect(cutLifeDays(examplePlan({ retention: { hours: 24 * 90 } }))).toBe(90);
    expect(cutLifeDays(examplePlan({ retention: { hours: 24 } }))).toBe(39);
  });

  it('is none where nobody asked for a retention', () => {
    expect(cutLifeDays(examplePlan())).toBeUndefined();
  });

  it('is none where the call does not say until when results stay in view', () => {
    const convocatoria = { ...plan.convocatoria, holdUntil: null };
    expect(cutLifeDays({ ...plan, convocatoria })).toBeUndefined();
  });

  it('leaves whatever a run laid down in place for a week after the end, for any dates', () => {
    const instant = fc.integer({ min: 0, max: 400 * DAY_MS });
    const window = fc.tuple(instant, fc.integer({ min: 1, max: 3 * DAY_MS }));
    fc.assert(
      fc.property(
        fc.array(window, { minLength: 1, maxLength: 8 }),
        instant,
        fc.integer({ min: 24, max: 87_600 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (given, hold, hours, share) => {
          const windows = given.map(([from, length]) => [from, from + length] as const);
          const life = (cutLifeDays(planOf(windows, hold, hours)) ?? NaN) * DAY_MS;
          expect(life).toBeGreaterThanOrEqual(hours * 3_600_000);
          for (const [from, until] of windows) {
            const made = from + (until - from) * share;
            expect(made + life).toBeGreaterThanOrEqual(Math.max(hold, until) + 7 * DAY_MS);
          }
        },
      ),
      { seed: 20270606, numRuns: FUZZ_RUNS },
    );
  });
});
