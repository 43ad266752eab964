import { originAccessControl } from '../../../../lib/compliance/rules/origin-access-control.js';
import { evaluate, texts } from '../evaluate.js';
import { distribution, HOLE, siteBucket } from '../facts-builder.js';

const [ORIGIN] = distribution().origins;
const [READER] = siteBucket().readers;

describe('origin-access-control', () => {
  test('is met where only the distribution reads, with signed requests', () => {
    expect(evaluate(originAccessControl)).toEqual({
      outcome: 'met',
      evidence: [{ text: 'rule.origin-access-control.met', resource: 'site/Bucket' }],
    });
  });

  test.each([
    ['unsigned', { originAccessControl: false }],
    ['website', { kind: 's3-website' as const }],
  ])('is breached by an origin that is %s', (text, weakened) => {
    const finding = evaluate(originAccessControl, {
      distributions: [distribution({ origins: [{ ...ORIGIN!, ...weakened }] })],
    });
    expect([finding.outcome, ...texts(finding)]).toEqual(['breached', `origin-access-control.${text}`]);
  });

  test.each([
    ['open', { publicAccessBlocked: false }],
    ['other-reader', { readers: [READER!, { ...READER!, kind: 'public' as const }] }],
    ['other-reader', { readers: [READER!, { ...READER!, kind: 'other' as const }] }],
    ['any-distribution', { readers: [READER!, { ...READER!, distribution: undefined }] }],
    ['any-distribution', { readers: [{ ...READER!, distribution: 'edge/Other' }] }],
    ['no-reader', { readers: [] }],
    ['other-writer', { writers: [{ ...READER!, kind: 'other' as const }] }],
  ])('is breached as %s by the bucket %j', (text, weakened) => {
    const finding = evaluate(originAccessControl, { buckets: [siteBucket(weakened)] });
    expect([finding.outcome, ...texts(finding)]).toEqual(['breached', `origin-access-control.${text}`]);
  });

  test('lets the worker read and write, and logs be delivered', () => {
    const worker = { ...READER!, kind: 'worker' as const };
    const logs = { ...READER!, kind: 'log-delivery' as const };
    const buckets = [siteBucket({ readers: [READER!, worker], writers: [worker, logs] })];
    expect(evaluate(originAccessControl, { buckets }).outcome).toBe('met');
  });

  test('does not look at website hosting', () => {
    expect(evaluate(originAccessControl, { buckets: [siteBucket({ website: undefined })] }).outcome).toBe(
      'met',
    );
  });

  test('is breached without the bucket, an S3 origin or a distribution', () => {
    const origins = [{ ...ORIGIN!, kind: 'other' as const }];
    expect(texts(evaluate(originAccessControl, { buckets: [] }))).toEqual(['no-bucket']);
    expect(texts(evaluate(originAccessControl, { distributions: [distribution({ origins })] }))).toEqual([
      'no-s3-origin',
    ]);
    expect(texts(evaluate(originAccessControl, { distributions: [] }))).toEqual(['no-distribution']);
  });

  test.each([{ bucket: HOLE }, { originAccessControl: HOLE }])(
    'is undetermined where the origin can not be read: %j',
    (hole) => {
      expect(
        evaluate(originAccessControl, {
          distributions: [distribution({ origins: [{ ...ORIGIN!, ...hole }] })],
        }).outcome,
      ).toBe('undetermined');
    },
  );

  test.each([{ publicAccessBlocked: HOLE }, { readers: [READER!, { ...READER!, distribution: HOLE }] }])(
    'is undetermined where the bucket can not be read: %j',
    (hole) => {
      expect(evaluate(originAccessControl, { buckets: [siteBucket(hole)] }).outcome).toBe('undetermined');
    },
  );
});
