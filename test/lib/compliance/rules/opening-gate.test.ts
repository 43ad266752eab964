import { openingGate } from '../../../../lib/compliance/rules/opening-gate.js';
import { call } from '../call-builder.js';
import { evaluate, texts } from '../evaluate.js';
import { behavior, distribution, facts, HOLE, settings, worker } from '../facts-builder.js';

describe('opening-gate', () => {
  test('is met where the worker opens at the opening and the edge reads the pointer', () => {
    const finding = evaluate(openingGate);
    expect([finding.outcome, ...texts(finding)]).toEqual([
      'met',
      'opening-gate.met',
      'opening-gate.code-not-compared',
    ]);
  });

  test('is met by the same instant written with another offset', () => {
    const windows = openingAt('2030-06-03T03:00:00Z');
    expect(evaluate(openingGate, { workers: [worker({ settings: settings({ windows }) })] }).outcome).toBe(
      'met',
    );
  });

  test.each(['2030-06-02T19:59:59-07:00', '2030-06-02T20:00:01-07:00', '2030-06-02T20:00:00-06:00'])(
    'is breached by an opening at %s',
    (opensAt) => {
      const finding = evaluate(openingGate, {
        workers: [worker({ settings: settings({ windows: openingAt(opensAt) }) })],
      });
      expect([finding.outcome, ...texts(finding)]).toEqual(['breached', 'opening-gate.other-time']);
    },
  );

  test('does not take a rehearsal for the election', () => {
    const windows = settings().windows.map((window) => ({ ...window, kind: 'rehearsal' as const }));
    const finding = evaluate(openingGate, { workers: [worker({ settings: settings({ windows }) })] });
    expect([finding.outcome, ...texts(finding)]).toEqual(['breached', 'opening-gate.no-window']);
  });

  test('is breached by a worker without settings', () => {
    const finding = evaluate(openingGate, { workers: [worker({ settings: undefined })] });
    expect([finding.outcome, ...texts(finding)]).toEqual(['breached', 'opening-gate.no-settings']);
  });

  test('is breached without a worker', () => {
    expect(texts(evaluate(openingGate, { workers: [] }))).toEqual(['no-worker']);
  });

  test('is breached where no edge function reads a pointer', () => {
    const finding = evaluate(openingGate, {
      distributions: [distribution({ behaviors: [behavior({ functions: [] })] })],
    });
    expect([finding.outcome, ...texts(finding)]).toEqual(['breached', 'opening-gate.no-gate']);
  });

  test("is breached by another call's settings, and by one behavior without the gate", () => {
    const workers = [worker({ settings: settings({ convocatoria: 'otra-2030' }) })];
    expect(texts(evaluate(openingGate, { workers }))).toEqual(['opening-gate.other-call']);
    const behaviors = [behavior({ path: '/cuts/*', functions: [] }), behavior()];
    const finding = evaluate(openingGate, { distributions: [distribution({ behaviors })] });
    expect([finding.outcome, ...texts(finding)]).toEqual(['breached', 'opening-gate.no-gate']);
  });

  test.each([
    ['met', 'known', ['known']],
    ['undetermined', 'other', ['known']],
    ['undetermined', undefined, ['known']],
    ['undetermined', HOLE, ['known']],
  ])('is %s where the code is %j and %j is trusted', (outcome, codeDigest, trustedEdgeDigests) => {
    const functions = [{ ...behavior().functions[0]!, codeDigest }];
    const finding = openingGate.evaluate(
      facts({ distributions: [distribution({ behaviors: [behavior({ functions })] })] }),
      { convocatoria: call(), domain: 'prep.example.org', trustedEdgeDigests },
      {},
    );
    expect(finding.outcome).toBe(outcome);
  });

  test('is undetermined where the settings or the function can not be read', () => {
    const [own] = behavior().functions;
    const functions = [{ ...own!, keyValueStores: HOLE }];
    expect(evaluate(openingGate, { workers: [worker({ settings: HOLE })] }).outcome).toBe('undetermined');
    expect(
      evaluate(openingGate, { distributions: [distribution({ behaviors: [behavior({ functions })] })] })
        .outcome,
    ).toBe('undetermined');
  });
});

function openingAt(opensAt: string) {
  return settings().windows.map((window) => ({ ...window, opensAt }));
}
