import { latestCut } from '../../../../lib/compliance/rules/latest-cut.js';
import { evaluate, texts } from '../evaluate.js';
import { behavior, distribution, HOLE, worker } from '../facts-builder.js';

describe('latest-cut', () => {
  test('is met where one worker moves the pointer that the edge reads', () => {
    expect(evaluate(latestCut)).toEqual({
      outcome: 'met',
      evidence: [{ text: 'rule.latest-cut.met', params: { store: 'edge/Store' }, resource: 'site/Worker' }],
    });
  });

  test.each([
    ['is told another store', { keyValueStores: ['edge/Other'] }],
    ['is told none', { keyValueStores: [] }],
    [
      'may not write it',
      { grants: [{ resource: 'p', action: 'cloudfront-keyvaluestore:GetKey', target: 'edge/Store' }] },
    ],
    [
      'may write another one only',
      { grants: [{ resource: 'p', action: 'cloudfront-keyvaluestore:PutKey', target: 'edge/Other' }] },
    ],
  ])('is breached where the worker %s', (_name, weakened) => {
    const finding = evaluate(latestCut, { workers: [worker(weakened)] });
    expect([finding.outcome, ...texts(finding)]).toEqual(['breached', 'latest-cut.no-writer']);
  });

  test.each([undefined, 2])('is breached where the reserved concurrency is %s', (reservedConcurrency) => {
    expect(texts(evaluate(latestCut, { workers: [worker({ reservedConcurrency })] }))).toEqual([
      'latest-cut.concurrent',
    ]);
  });

  test('is breached where the edge reads no pointer', () => {
    const finding = evaluate(latestCut, {
      distributions: [distribution({ behaviors: [behavior({ functions: [] })] })],
    });
    expect([finding.outcome, ...texts(finding)]).toEqual(['breached', 'latest-cut.no-pointer']);
  });

  test.each([
    ['publishes in another bucket', { siteBucket: 'site/Archive' }, 'other-bucket'],
    ['is told no bucket', { siteBucket: undefined }, 'other-bucket'],
    [
      'may not write in it',
      { grants: [{ resource: 'p', action: 'cloudfront-keyvaluestore:PutKey', target: 'edge/Store' }] },
      'no-put',
    ],
  ])('is breached where the worker %s', (_name, weakened, text) => {
    const finding = evaluate(latestCut, { workers: [worker(weakened)] });
    expect([finding.outcome, ...texts(finding)]).toEqual(['breached', `latest-cut.${text}`]);
  });

  test('is breached by a second writer that may run twice at once, and by one behavior without pointer', () => {
    const workers = [
      worker(),
      worker({ resource: 'site/Second', reservedConcurrency: 5, keyValueStores: [] }),
    ];
    expect(texts(evaluate(latestCut, { workers }))).toEqual(['latest-cut.concurrent']);
    const behaviors = [behavior({ path: '/cuts/*', functions: [] }), behavior()];
    expect(texts(evaluate(latestCut, { distributions: [distribution({ behaviors })] }))).toEqual([
      'latest-cut.no-pointer',
    ]);
  });

  test('is breached without a worker, and without a distribution', () => {
    expect(texts(evaluate(latestCut, { workers: [] }))).toEqual(['latest-cut.no-writer']);
    expect(texts(evaluate(latestCut, { distributions: [] }))).toEqual(['no-site']);
  });

  test.each([{ grants: HOLE }, { keyValueStores: [HOLE] }, { reservedConcurrency: HOLE }])(
    'is undetermined where the worker can not be read: %j',
    (hole) => {
      expect(evaluate(latestCut, { workers: [worker(hole)] }).outcome).toBe('undetermined');
    },
  );

  test('is undetermined where the edge function can not be read', () => {
    const [own] = behavior().functions;
    const functions = [{ ...own!, keyValueStores: HOLE }];
    expect(
      evaluate(latestCut, { distributions: [distribution({ behaviors: [behavior({ functions })] })] })
        .outcome,
    ).toBe('undetermined');
  });
});
