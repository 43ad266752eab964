import { staticHosting } from '../../../../lib/compliance/rules/static-hosting.js';
import { evaluate, texts } from '../evaluate.js';
import { distribution, HOLE, siteBucket } from '../facts-builder.js';

describe('static-hosting', () => {
  test('is met where the bucket behind the distribution hosts a static site', () => {
    expect(evaluate(staticHosting)).toEqual({
      outcome: 'met',
      evidence: [
        { text: 'rule.static-hosting.met', params: { index: 'index.html' }, resource: 'site/Bucket' },
      ],
    });
  });

  test.each([
    ['off', undefined],
    ['no-index', { indexDocument: undefined }],
  ])('is breached where hosting is %s', (text, website) => {
    const finding = evaluate(staticHosting, { buckets: [siteBucket({ website })] });
    expect([finding.outcome, ...texts(finding)]).toEqual(['breached', `static-hosting.${text}`]);
  });

  test('is breached without the bucket, an S3 origin or a distribution', () => {
    const [own] = distribution().origins;
    const origins = [{ ...own!, kind: 'other' as const }];
    expect(texts(evaluate(staticHosting, { buckets: [] }))).toEqual(['no-bucket']);
    expect(texts(evaluate(staticHosting, { distributions: [distribution({ origins })] }))).toEqual([
      'no-s3-origin',
    ]);
    expect(texts(evaluate(staticHosting, { distributions: [] }))).toEqual(['no-distribution']);
  });

  test('does not look at the access control, the TTL or a bucket that is not served', () => {
    const [own] = distribution().origins;
    const origins = [{ ...own!, kind: 's3-website' as const, originAccessControl: false }];
    expect(evaluate(staticHosting, { distributions: [distribution({ origins })] }).outcome).toBe('met');
  });

  test('is undetermined where the bucket or its index can not be read', () => {
    const [own] = distribution().origins;
    const origins = [{ ...own!, bucket: HOLE }];
    expect(evaluate(staticHosting, { distributions: [distribution({ origins })] }).outcome).toBe(
      'undetermined',
    );
    expect(
      evaluate(staticHosting, { buckets: [siteBucket({ website: { indexDocument: HOLE } })] }).outcome,
    ).toBe('undetermined');
  });
});
