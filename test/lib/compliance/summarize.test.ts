import { summarize } from '../../../lib/compliance/summarize.js';
import type { Verdict, VerdictStatus } from '../../../lib/compliance/verdict.js';
import type { ClauseKind } from '../../../lib/convocatorias/index.js';
import { clause } from './call-builder.js';

describe('summarize', () => {
  test('counts the verdicts, in all and by kind', () => {
    const summary = summarize([of('met'), of('met', 'worker'), of('manual', 'human'), of('waived')]);
    expect(summary.counts).toEqual({
      met: 2,
      breached: 0,
      waived: 1,
      manual: 1,
      'not-applicable': 0,
      undetermined: 0,
    });
    expect(summary.byKind.template).toMatchObject({ met: 1, waived: 1, manual: 0 });
    expect(summary.byKind.human).toMatchObject({ met: 0, manual: 1 });
    expect(summary.byKind.live).toMatchObject({ met: 0, manual: 0 });
  });

  test.each([
    [['met', 'waived', 'not-applicable', 'manual'], 0],
    [[], 0],
    [['met', 'breached'], 2],
    [['met', 'undetermined'], 2],
  ] as const)('ends %j with %i', (statuses, exitCode) => {
    expect(summarize(statuses.map((status) => of(status))).exitCode).toBe(exitCode);
  });
});

function of(status: VerdictStatus, kind: ClauseKind = 'template'): Verdict {
  return { clause: clause({ kind }), status, evidence: [] };
}
