import type { HeaderFact } from '../../../../lib/compliance/facts.js';
import { pathHeader } from '../../../../lib/compliance/rules/path-header.js';
import { evaluate, texts } from '../evaluate.js';
import { behavior, distribution, HOLE } from '../facts-builder.js';

const MAIN = {
  path: '/json/main.json',
  name: 'cache-control',
  value: 'no-cache, no-store, must-revalidate',
  clause: 'I',
};
const EVERY = { path: '/*', name: 'Cache-Control', value: 'no-cache', clause: 'I' };

describe('path-header', () => {
  test('is met where every behavior sets a header of every path', () => {
    expect(evaluate(pathHeader)).toMatchObject({
      outcome: 'met',
      evidence: [{ text: 'rule.path-header.met' }],
    });
  });

  test.each([
    ['missing', []],
    ['other-value', [header({ value: 'no-cache, no-store' })]],
    ['no-override', [header({ override: false })]],
  ])('is breached where it is %s on one behavior', (text, responseHeaders) => {
    const behaviors = [behavior({ path: '/img/*', responseHeaders }), behavior()];
    const finding = evaluate(pathHeader, { distributions: [distribution({ behaviors })] });
    expect([finding.outcome, ...texts(finding)]).toEqual(['breached', `path-header.${text}`]);
    expect(finding.evidence[0]?.params).toMatchObject({ behavior: '/img/*' });
  });

  test('judges the behavior that CloudFront picks first for one path', () => {
    const right = behavior({ path: '/json/main.json', responseHeaders: [header({ value: MAIN.value })] });
    const shadow = behavior({ path: 'json/*', responseHeaders: [] });
    const judge = (...behaviors: ReturnType<typeof behavior>[]) =>
      evaluate(pathHeader, { distributions: [distribution({ behaviors })] }, { headers: [MAIN] });
    expect(judge(right, shadow, behavior()).outcome).toBe('met');
    expect(judge(shadow, right, behavior()).outcome).toBe('breached');
    expect(judge(behavior({ path: '/img/*', responseHeaders: [] }), right, behavior()).outcome).toBe('met');
  });

  test('falls back to the default behavior', () => {
    const finding = evaluate(pathHeader, {}, { headers: [MAIN] });
    expect(finding.evidence[0]).toMatchObject({
      text: 'rule.path-header.other-value',
      params: { behavior: '*', got: 'no-cache' },
    });
  });

  test('lets a nearer header of the call win over the one of every path', () => {
    const near = behavior({ path: MAIN.path, responseHeaders: [header({ value: MAIN.value })] });
    const weakened = { distributions: [distribution({ behaviors: [near, behavior()] })] };
    expect(evaluate(pathHeader, weakened, { headers: [EVERY, MAIN] }).outcome).toBe('met');
    expect(evaluate(pathHeader, weakened, { headers: [EVERY] }).outcome).toBe('breached');
  });

  test('is breached without a distribution, and does not apply where the call asks for none', () => {
    expect(texts(evaluate(pathHeader, { distributions: [] }))).toEqual(['no-site']);
    expect(evaluate(pathHeader, {}, { headers: [] }).outcome).toBe('not-applicable');
  });

  test.each([HOLE, [header({ value: HOLE })], [header({ name: HOLE })], [header({ override: HOLE })]])(
    'is undetermined where the headers can not be read: %j',
    (responseHeaders) => {
      const behaviors = [behavior({ responseHeaders })];
      expect(evaluate(pathHeader, { distributions: [distribution({ behaviors })] }).outcome).toBe(
        'undetermined',
      );
    },
  );
});

function header(overrides: Partial<HeaderFact> = {}): HeaderFact {
  return { name: 'Cache-Control', value: 'no-cache', override: true, ...overrides };
}
