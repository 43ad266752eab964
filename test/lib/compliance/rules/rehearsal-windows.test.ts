import { rehearsalWindows } from '../../../../lib/compliance/rules/rehearsal-windows.js';
import { evaluate, texts } from '../evaluate.js';
import { HOLE, rehearsal, schedule, settings, worker } from '../facts-builder.js';

describe('rehearsal-windows', () => {
  test('is met where a schedule runs on the day of each rehearsal', () => {
    expect(evaluate(rehearsalWindows)).toEqual({
      outcome: 'met',
      evidence: [
        { text: 'rule.rehearsal-windows.met', params: { date: '2030-05-19' }, resource: 'site/Rehearsal' },
      ],
    });
  });

  test('is breached where one of them has no schedule', () => {
    const rehearsals = ['2030-05-19', '2030-05-26'].map((date) => ({ date, clause: 'I' }));
    const finding = evaluate(rehearsalWindows, {}, { rehearsals });
    expect(finding.outcome).toBe('breached');
    expect(finding.evidence).toEqual([
      { text: 'rule.rehearsal-windows.uncovered', params: { date: '2030-05-26' } },
    ]);
  });

  test("takes the day in the call's zone", () => {
    const nextDayInUtc = rehearsal({ from: '2030-05-20T05:00:00.000Z', until: '2030-05-20T06:00:00.000Z' });
    const nextDayThere = rehearsal({ from: '2030-05-20T07:00:00.000Z', until: '2030-05-20T09:00:00.000Z' });
    const workers = [worker({ settings: undefined })];
    expect(evaluate(rehearsalWindows, { schedules: [nextDayInUtc], workers }).outcome).toBe('met');
    expect(evaluate(rehearsalWindows, { schedules: [nextDayThere], workers }).outcome).toBe('breached');
  });

  test("is breached where the worker's settings have no rehearsal then", () => {
    const windows = settings().windows.filter(({ kind }) => kind === 'election');
    const workers = [worker({ settings: settings({ windows }) })];
    expect(texts(evaluate(rehearsalWindows, { workers }))).toEqual(['rehearsal-windows.uncovered']);
  });

  test('is breached where nobody named a rehearsal', () => {
    expect(texts(evaluate(rehearsalWindows, {}, { rehearsals: [] }))).toEqual([
      'rehearsal-windows.none-named',
    ]);
  });

  test('is breached without a schedule, or with a disabled one', () => {
    expect(evaluate(rehearsalWindows, { schedules: [] }).outcome).toBe('breached');
    expect(
      evaluate(rehearsalWindows, { schedules: [schedule(), rehearsal({ enabled: false })] }).outcome,
    ).toBe('breached');
  });

  test('is undetermined where the schedule can not be read', () => {
    expect(evaluate(rehearsalWindows, { schedules: [rehearsal({ from: HOLE })] }).outcome).toBe(
      'undetermined',
    );
  });
});
