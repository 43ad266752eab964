import { scheduleWindow } from '../../../../lib/compliance/rules/schedule-window.js';
import { evaluate, texts } from '../evaluate.js';
import { HOLE, rehearsal, schedule, settings, worker } from '../facts-builder.js';

describe('schedule-window', () => {
  test('is met where a schedule covers opening to closing', () => {
    expect(evaluate(scheduleWindow)).toMatchObject({
      outcome: 'met',
      evidence: [{ resource: 'site/Election' }],
    });
  });

  test('is met by schedules that follow one another, and by one without bounds', () => {
    const until = '2030-06-03T12:00:00.000Z';
    expect(
      evaluate(scheduleWindow, {
        schedules: [schedule({ resource: 'site/Late', from: until }), schedule({ until })],
      }).outcome,
    ).toBe('met');
    expect(
      evaluate(scheduleWindow, { schedules: [schedule({ from: undefined, until: undefined })] }).outcome,
    ).toBe('met');
  });

  test.each([
    ['starts late', { from: '2030-06-03T03:00:01.000Z' }, '2030-06-03T03:00:00.000Z'],
    ['ends early', { until: '2030-06-04T02:59:59.000Z' }, '2030-06-04T02:59:59.000Z'],
    ['is over before', { until: '2030-06-03T02:30:00.000Z' }, '2030-06-03T03:00:00.000Z'],
  ])('is breached where the schedule %s', (_name, bounds, at) => {
    expect(evaluate(scheduleWindow, { schedules: [schedule(bounds), rehearsal()] })).toEqual({
      outcome: 'breached',
      evidence: [{ text: 'rule.schedule-window.hole', params: { at } }],
    });
  });

  test('is breached by a hole between two schedules', () => {
    const early = schedule({ until: '2030-06-03T12:00:00.000Z' });
    const late = schedule({ resource: 'site/Late', from: '2030-06-03T12:00:01.000Z' });
    expect(texts(evaluate(scheduleWindow, { schedules: [early, late] }))).toEqual(['schedule-window.hole']);
  });

  test.each(['UTC', 'America/Mexico_City', 'Etc/GMT+8', 'MST', 'CST', 'Mars/Phobos'])(
    'is breached by the zone %s',
    (zone) => {
      const finding = evaluate(scheduleWindow, { schedules: [schedule({ zone })] });
      expect([finding.outcome, ...texts(finding)]).toEqual(['breached', 'schedule-window.zone']);
    },
  );

  test.each(['America/Hermosillo', 'America/Tijuana'])(
    'is met by %s, which has the same time in June',
    (zone) => {
      expect(evaluate(scheduleWindow, { schedules: [schedule({ zone })] }).outcome).toBe('met');
    },
  );

  test('does not look at the zone of a rehearsal', () => {
    expect(evaluate(scheduleWindow, { schedules: [schedule(), rehearsal({ zone: 'UTC' })] }).outcome).toBe(
      'met',
    );
  });

  test('is breached by a disabled schedule and without one', () => {
    expect(texts(evaluate(scheduleWindow, { schedules: [schedule({ enabled: false })] }))).toEqual([
      'no-schedule',
    ]);
    expect(evaluate(scheduleWindow, { schedules: [] }).outcome).toBe('breached');
    expect(evaluate(scheduleWindow, { schedules: [rehearsal(), schedule({ enabled: false })] }).outcome).toBe(
      'breached',
    );
  });

  test.each([{ zone: HOLE }, { enabled: HOLE }, { until: HOLE }, { target: HOLE }])(
    'is undetermined where the schedule can not be read: %j',
    (hole) => {
      expect(evaluate(scheduleWindow, { schedules: [schedule(hole), rehearsal()] }).outcome).toBe(
        'undetermined',
      );
    },
  );

  test.each([
    ['ends before the closing', { until: '2030-06-03T12:00:00-07:00' }, '2030-06-03T19:00:00.000Z'],
    ['starts after the opening', { from: '2030-06-02T21:00:00-07:00' }, '2030-06-03T03:00:00.000Z'],
    ['is a rehearsal', { kind: 'rehearsal' as const }, '2030-06-03T03:00:00.000Z'],
  ])("is breached where the worker's own window %s", (_name, change, at) => {
    const windows = settings().windows.map((window) => ({
      ...window,
      ...(window.id === 'election' ? change : {}),
    }));
    expect(evaluate(scheduleWindow, { workers: [worker({ settings: settings({ windows }) })] })).toEqual({
      outcome: 'breached',
      evidence: [{ text: 'rule.schedule-window.hole', params: { at } }],
    });
  });

  test('without a closing in the call takes only a schedule without end for enough', () => {
    expect(
      evaluate(
        scheduleWindow,
        { schedules: [schedule({ until: undefined })], workers: [worker({ settings: undefined })] },
        { closing: null },
      ).outcome,
    ).toBe('met');
    expect(evaluate(scheduleWindow, {}, { closing: null }).outcome).toBe('undetermined');
    expect(evaluate(scheduleWindow, { schedules: [rehearsal()] }, { closing: null }).outcome).toBe(
      'breached',
    );
  });
});
