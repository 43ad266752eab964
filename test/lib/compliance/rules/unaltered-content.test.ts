import { unalteredContent } from '../../../../lib/compliance/rules/unaltered-content.js';
import { evaluate, texts } from '../evaluate.js';
import { behavior, distribution, HOLE } from '../facts-builder.js';

describe('unaltered-content', () => {
  test('is met where functions only choose what to serve', () => {
    expect(evaluate(unalteredContent)).toEqual({
      outcome: 'met',
      evidence: [{ text: 'rule.unaltered-content.met', params: { count: 1 }, resource: 'edge/Cdn' }],
    });
  });

  test('is met without any function', () => {
    expect(
      evaluate(unalteredContent, {
        distributions: [distribution({ behaviors: [behavior({ functions: [] })] })],
      }).outcome,
    ).toBe('met');
  });

  test.each(['viewer-response', 'origin-response'])('is breached by a function on the %s', (event) => {
    const [own] = behavior().functions;
    const functions = [{ ...own!, event }];
    const finding = evaluate(unalteredContent, {
      distributions: [distribution({ behaviors: [behavior(), behavior({ path: '/x', functions })] })],
    });
    expect(finding.outcome).toBe('breached');
    expect(finding.evidence).toEqual([
      { text: 'rule.unaltered-content.response', params: { path: '/x', event }, resource: 'edge/Function' },
    ]);
  });

  test.each(['viewer-request', 'origin-request'])('is breached by Lambda@Edge even on the %s', (event) => {
    const functions = [{ event, kind: 'lambda-edge' as const, resource: HOLE, keyValueStores: [] }];
    const finding = evaluate(unalteredContent, {
      distributions: [distribution({ behaviors: [behavior({ functions })] })],
    });
    expect(finding.outcome).toBe('breached');
    expect(finding.evidence[0]).toMatchObject({
      text: 'rule.unaltered-content.lambda-edge',
      resource: 'edge/Cdn',
    });
  });

  test('is undetermined where the event can not be read', () => {
    const [own] = behavior().functions;
    const finding = evaluate(unalteredContent, {
      distributions: [distribution({ behaviors: [behavior({ functions: [{ ...own!, event: HOLE }] })] })],
    });
    expect(finding.outcome).toBe('undetermined');
  });

  test('is breached without a distribution', () => {
    const finding = evaluate(unalteredContent, { distributions: [] });
    expect([finding.outcome, ...texts(finding)]).toEqual(['breached', 'no-site']);
  });

  test.each([
    ['another server', 'elsewhere', { kind: 'other' as const, bucket: undefined }],
    ['another bucket', 'elsewhere', { bucket: 'site/Archive' }],
    ['a folder of the bucket', 'folder', { path: '/old' }],
  ])('is breached by one member of a group that leads to %s', (_name, text, change) => {
    const [own] = distribution().origins;
    const origins = [own!, { ...own!, ...change, id: 'second' }];
    const behaviors = [behavior({ path: '/img/*', originIds: ['site', 'second'] }), behavior()];
    const finding = evaluate(unalteredContent, { distributions: [distribution({ origins, behaviors })] });
    expect([finding.outcome, ...texts(finding)]).toEqual(['breached', `unaltered-content.${text}`]);
  });

  test.each([
    ['breached', { errorTtls: [{ status: 404, seconds: 0, replacedBy: '/home.html' }] }],
    ['undetermined', { continuousDeployment: 'policy' }],
    ['undetermined', { origins: [{ ...distribution().origins[0]!, bucket: HOLE }] }],
    ['undetermined', { origins: [{ ...distribution().origins[0]!, path: HOLE }] }],
  ])('is %s by %j', (outcome, weakened) => {
    expect(evaluate(unalteredContent, { distributions: [distribution(weakened)] }).outcome).toBe(outcome);
  });
});
