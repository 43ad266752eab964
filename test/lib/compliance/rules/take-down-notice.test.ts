import { takeDownNotice } from '../../../../lib/compliance/rules/take-down-notice.js';
import { evaluate, texts } from '../evaluate.js';
import { behavior, distribution, HOLE, settings, worker } from '../facts-builder.js';
import { testRule } from '../rule-cases.js';
import { frame } from '../server-facts.js';

describe('take-down-notice', () => {
  test('is met where every behavior reads the pointer', () => {
    const behaviors = [behavior({ path: '/json/*' }), behavior()];
    expect(evaluate(takeDownNotice, { distributions: [distribution({ behaviors })] })).toMatchObject({
      outcome: 'met',
      evidence: [{ params: { count: 2 } }],
    });
  });

  test.each([
    ['no function', []],
    ['a function without a store', [{ ...behavior().functions[0]!, keyValueStores: [] }]],
    ['a function on the response', [{ ...behavior().functions[0]!, event: 'viewer-response' }]],
  ])('is breached by a behavior with %s', (_name, functions) => {
    const behaviors = [behavior({ path: '/json/*', functions }), behavior()];
    expect(evaluate(takeDownNotice, { distributions: [distribution({ behaviors })] })).toEqual({
      outcome: 'breached',
      evidence: [
        { text: 'rule.take-down-notice.no-function', params: { path: '/json/*' }, resource: 'edge/Cdn' },
      ],
    });
  });

  test('is breached without a distribution', () => {
    expect(texts(evaluate(takeDownNotice, { distributions: [] }))).toEqual(['no-site']);
  });

  test('is undetermined where the function can not be read', () => {
    const functions = [{ ...behavior().functions[0]!, keyValueStores: HOLE }];
    expect(
      evaluate(takeDownNotice, { distributions: [distribution({ behaviors: [behavior({ functions })] })] })
        .outcome,
    ).toBe('undetermined');
  });

  test("is breached by a worker with another limit than the call's", () => {
    const workers = [worker({ settings: settings({ takeDownMinutes: 90 }) })];
    expect(texts(evaluate(takeDownNotice, { workers }))).toEqual(['take-down-notice.other-limit']);
    expect(evaluate(takeDownNotice, { workers }, { takeDown: null }).outcome).toBe('met');
  });
});

testRule(takeDownNotice, [
  [
    'a frame and no copy',
    { frames: [frame()], workers: [], alarms: [] },
    'manual',
    'take-down-notice.framed',
  ],
]);
