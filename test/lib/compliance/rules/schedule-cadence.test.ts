import { scheduleCadence } from '../../../../lib/compliance/rules/schedule-cadence.js';
import { evaluate, texts } from '../evaluate.js';
import { HOLE, rehearsal, schedule, settings, worker } from '../facts-builder.js';

describe('schedule-cadence', () => {
  test('is met where the worker starts at least as often as a cut comes', () => {
    expect(evaluate(scheduleCadence)).toEqual({
      outcome: 'met',
      evidence: [
        { text: 'rule.schedule-cadence.met', params: { every: 1, cadence: 20 }, resource: 'site/Election' },
      ],
    });
    expect(evaluate(scheduleCadence, { schedules: [schedule({ everyMinutes: 20 })] }).outcome).toBe('met');
  });

  test('is breached where it starts less often', () => {
    const finding = evaluate(scheduleCadence, { schedules: [schedule({ everyMinutes: 21 }), rehearsal()] });
    expect([finding.outcome, ...texts(finding)]).toEqual(['breached', 'schedule-cadence.slow']);
  });

  test('counts the fastest of several schedules that run together', () => {
    const hourly = schedule({ resource: 'site/Hourly', everyMinutes: 60 });
    expect(evaluate(scheduleCadence, { schedules: [hourly, schedule()] }).outcome).toBe('met');
  });

  test('is breached where only a slow schedule runs for part of the window', () => {
    const until = '2030-06-03T12:00:00.000Z';
    const fast = schedule({ until });
    const slow = schedule({ resource: 'site/Slow', from: until, everyMinutes: 60 });
    expect(evaluate(scheduleCadence, { schedules: [fast, slow] })).toMatchObject({
      outcome: 'breached',
      evidence: [{ resource: 'site/Slow' }],
    });
  });

  test('leaves an uncovered part of the window to schedule-window', () => {
    expect(
      evaluate(scheduleCadence, { schedules: [schedule({ until: '2030-06-03T12:00:00.000Z' })] }).outcome,
    ).toBe('met');
    expect(evaluate(scheduleCadence, { schedules: [rehearsal()] }).outcome).toBe('met');
  });

  test.each([
    ['no schedule', []],
    ['a disabled schedule', [schedule({ enabled: false })]],
    ['a schedule that starts something else', [schedule({ target: 'site/Other' })]],
  ])('is breached by %s', (_name, schedules) => {
    const finding = evaluate(scheduleCadence, { schedules });
    expect([finding.outcome, ...texts(finding)]).toEqual(['breached', 'no-schedule']);
  });

  test.each([{ everyMinutes: HOLE }, { enabled: HOLE }, { target: HOLE }, { from: HOLE }])(
    'is undetermined where the schedule can not be read: %j',
    (hole) => {
      expect(evaluate(scheduleCadence, { schedules: [schedule(hole)] }).outcome).toBe('undetermined');
    },
  );

  test('does not apply where the call has no cadence', () => {
    expect(evaluate(scheduleCadence, {}, { cadence: null }).outcome).toBe('not-applicable');
  });

  test("is breached by a worker that counts on another cadence than the call's", () => {
    const workers = [worker({ settings: settings({ cadenceMinutes: 60 }) })];
    expect(texts(evaluate(scheduleCadence, { workers }))).toEqual(['schedule-cadence.other']);
  });
});
