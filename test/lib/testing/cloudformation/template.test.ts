import { parseTemplate } from '../../../../lib/testing/cloudformation/template.js';

const bucket = { Resources: { Bucket: { Type: 'AWS::S3::Bucket' } } };

describe('parseTemplate', () => {
  it('reads JSON', () => {
    expect(parseTemplate(JSON.stringify(bucket)).Resources.Bucket?.Type).toBe('AWS::S3::Bucket');
  });

  it('reads the long form of YAML, and keeps a date as text', () => {
    const template = parseTemplate(
      'Resources:\n  Role:\n    Type: AWS::IAM::Role\n    Properties:\n      Document:\n        Version: 2012-10-17\n        Enabled: yes',
    );
    expect(template.Resources.Role?.Properties).toEqual({
      Document: { Version: '2012-10-17', Enabled: true },
    });
  });

  it('refuses the short form of functions, which it would misread', () => {
    const body = 'Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: !Ref Name';
    expect(() => parseTemplate(body)).toThrow(/Template format error: .*!Ref/s);
  });

  it.each([
    ['no JSON', '{"Resources":', /Template format error/],
    ['no resources', '{"Resources":{}}', /At least one Resources member must be defined/],
    ['a resource without a type', '{"Resources":{"A":{}}}', /\[Resources\/A\/Type\]/],
    [
      'an unknown deletion policy',
      '{"Resources":{"A":{"Type":"T","DeletionPolicy":"Keep"}}}',
      /DeletionPolicy/,
    ],
    [
      'a transform',
      JSON.stringify({ ...bucket, Transform: 'AWS::LanguageExtensions' }),
      /runs no transforms/,
    ],
    [
      '501 resources',
      JSON.stringify({ Resources: manyBuckets(501) }),
      /501, is greater than maximum allowed, 500/,
    ],
    [
      'more than a megabyte',
      JSON.stringify({ ...bucket, Description: 'x'.repeat(1_000_000) }),
      /may not exceed 1000000 bytes/,
    ],
  ])('refuses %s', (_fault, body, words) => {
    expect(() => parseTemplate(body)).toThrow(words);
  });

  it('takes 500 resources', () => {
    expect(
      Object.keys(parseTemplate(JSON.stringify({ Resources: manyBuckets(500) })).Resources),
    ).toHaveLength(500);
  });
});

function manyBuckets(count: number): object {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`B${index}`, { Type: 'AWS::S3::Bucket' }]),
  );
}
