import { edgeRevalidates } from '../../../../lib/compliance/rules/edge-revalidates.js';
import { evaluate, texts } from '../evaluate.js';
import { behavior, distribution, HOLE, settings, worker } from '../facts-builder.js';

const A_DAY = { min: 0, default: 86_400, max: 86_400 };

describe('edge-revalidates', () => {
  test('is met where the edge asks every time and keeps no errors', () => {
    expect(texts(evaluate(edgeRevalidates))).toEqual(['edge-revalidates.met-revalidate']);
  });

  test.each([A_DAY, { min: 1, default: 1, max: 1 }, { min: 0, default: 1, max: 1 }])(
    'is breached by a TTL of %j on any behavior',
    (ttl) => {
      const behaviors = [behavior({ path: '/json/*', ttl }), behavior()];
      expect(evaluate(edgeRevalidates, { distributions: [distribution({ behaviors })] })).toMatchObject({
        outcome: 'breached',
        evidence: [{ text: 'rule.edge-revalidates.kept', params: { path: '/json/*', default: ttl.default } }],
      });
    },
  );

  test('is met by a longer TTL where the stack declares per-cut and the key holds the cut', () => {
    const weakened = { declaredEdgeCache: 'per-cut', behaviors: [behavior({ ttl: A_DAY })] };
    expect(texts(evaluate(edgeRevalidates, { distributions: [distribution(weakened)] }))).toEqual([
      'edge-revalidates.met-per-cut',
    ]);
  });

  test('is breached where per-cut is declared and a behavior does not read the pointer', () => {
    const weakened = { declaredEdgeCache: 'per-cut', behaviors: [behavior({ ttl: A_DAY, functions: [] })] };
    const finding = evaluate(edgeRevalidates, { distributions: [distribution(weakened)] });
    expect([finding.outcome, ...texts(finding)]).toEqual(['breached', 'edge-revalidates.no-cut-in-key']);
  });

  test.each([403, 404, 500, 502, 503, 504])('is breached where nothing is said of error %i', (status) => {
    const errorTtls = distribution().errorTtls.filter((error) => error.status !== status);
    expect(evaluate(edgeRevalidates, { distributions: [distribution({ errorTtls })] })).toEqual({
      outcome: 'breached',
      evidence: [
        {
          text: 'rule.edge-revalidates.error-kept',
          params: { status: String(status), seconds: 10 },
          resource: 'edge/Cdn',
        },
      ],
    });
  });

  test('is breached by any error that is kept', () => {
    const errorTtls = [...distribution().errorTtls, { status: 414, seconds: 5 }];
    expect(texts(evaluate(edgeRevalidates, { distributions: [distribution({ errorTtls })] }))).toEqual([
      'edge-revalidates.error-kept',
    ]);
  });

  test('is breached by a cache policy that is not there', () => {
    const finding = evaluate(edgeRevalidates, {
      distributions: [distribution({ behaviors: [behavior({ ttl: undefined })] })],
    });
    expect([finding.outcome, ...texts(finding)]).toEqual(['breached', 'edge-revalidates.no-policy']);
  });

  test('is breached without a distribution', () => {
    expect(texts(evaluate(edgeRevalidates, { distributions: [] }))).toEqual(['no-distribution']);
  });

  test.each([
    { behaviors: [behavior({ ttl: HOLE })] },
    { declaredEdgeCache: HOLE },
    { errorTtls: [{ status: HOLE, seconds: 0 }] },
    {
      declaredEdgeCache: 'per-cut',
      behaviors: [
        behavior({ ttl: A_DAY, functions: [{ ...behavior().functions[0]!, keyValueStores: HOLE }] }),
      ],
    },
  ])('is undetermined where it can not be read: %j', (hole) => {
    expect(evaluate(edgeRevalidates, { distributions: [distribution(hole)] }).outcome).toBe('undetermined');
  });

  test('is breached by a maximum of more than a day, which an origin may ask for', () => {
    const behaviors = [behavior({ ttl: { min: 0, default: 0, max: 86_401 } })];
    expect(texts(evaluate(edgeRevalidates, { distributions: [distribution({ behaviors })] }))).toEqual([
      'edge-revalidates.open-end',
    ]);
  });

  test.each(['public, s-maxage=60', 'max-age=1', 'Max-Age = 010'])(
    'is breached where the worker stores %s',
    (value) => {
      const workers = [worker({ settings: settings({ cacheControl: [{ path: '/*', value }] }) })];
      const headers = [{ path: '/*', name: 'Cache-Control', value, clause: 'I' }];
      expect(texts(evaluate(edgeRevalidates, { workers }))).toEqual(['edge-revalidates.stored-age']);
      expect(evaluate(edgeRevalidates, { workers }, { headers }).outcome).toBe('met');
    },
  );

  test('is met by ages of nothing', () => {
    const cacheControl = [{ path: '/*', value: 'no-cache, max-age=0, s-maxage=0' }];
    expect(
      evaluate(edgeRevalidates, { workers: [worker({ settings: settings({ cacheControl }) })] }).outcome,
    ).toBe('met');
  });
});
