import { packageArchive } from '../../../../lib/compliance/rules/package-archive.js';
import { evaluate, texts } from '../evaluate.js';
import { archiveBucket, HOLE, siteBucket, worker } from '../facts-builder.js';

describe('package-archive', () => {
  test('is met by a bucket apart from the site that the worker writes to', () => {
    expect(evaluate(packageArchive)).toEqual({
      outcome: 'met',
      evidence: [{ text: 'rule.package-archive.met', resource: 'site/Archive' }],
    });
  });

  test.each([
    ['unversioned', { versioned: false }],
    ['not-retained', { retainedOnDelete: false }],
    ['expires', { expiration: [{ prefix: '', days: 30 }] }],
    ['expires', { noncurrentExpiration: [1] }],
  ])('is breached where the archive is %s', (text, weakened) => {
    const finding = evaluate(packageArchive, { buckets: [siteBucket(), archiveBucket(weakened)] });
    expect([finding.outcome, ...texts(finding)]).toEqual(['breached', `package-archive.${text}`]);
  });

  test("does not take the site's own bucket for an archive", () => {
    expect(texts(evaluate(packageArchive, { buckets: [siteBucket()] }))).toEqual(['package-archive.none']);
  });

  test('is breached where the worker does not write to it, and without a worker', () => {
    expect(texts(evaluate(packageArchive, { workers: [worker({ grants: [] })] }))).toEqual([
      'package-archive.none',
    ]);
    expect(texts(evaluate(packageArchive, { workers: [] }))).toEqual(['no-worker']);
  });

  test.each([{ versioned: HOLE }, { expiration: [{ prefix: '', days: HOLE }] }])(
    'is undetermined where the archive can not be read: %j',
    (hole) => {
      expect(evaluate(packageArchive, { buckets: [archiveBucket(hole)] }).outcome).toBe('undetermined');
    },
  );

  test('is undetermined where the grants can not be read', () => {
    expect(evaluate(packageArchive, { workers: [worker({ grants: HOLE })] }).outcome).toBe('undetermined');
  });
});
