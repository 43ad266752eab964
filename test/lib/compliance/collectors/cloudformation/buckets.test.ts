import { bucketOf, collectBuckets } from '../../../../../lib/compliance/collectors/cloudformation/buckets.js';
import { att, IF, ref, resource, stack } from './stack.js';

const BLOCKED = {
  BlockPublicAcls: true,
  BlockPublicPolicy: true,
  IgnorePublicAcls: true,
  RestrictPublicBuckets: true,
};
const SOURCE = { 'Fn::Sub': 'arn:aws:cloudfront::${AWS::AccountId}:distribution/${Cdn}' };

describe('collectBuckets', () => {
  test('reads a bucket of its own', () => {
    const properties = {
      WebsiteConfiguration: { IndexDocument: 'index.html' },
      PublicAccessBlockConfiguration: BLOCKED,
      VersioningConfiguration: { Status: 'Enabled' },
      LifecycleConfiguration: {
        Rules: [
          { Status: 'Enabled', Prefix: 'cuts/', ExpirationInDays: 30 },
          { Status: 'Disabled', ExpirationInDays: 1 },
          { Status: 'Enabled', NoncurrentVersionExpiration: { NoncurrentDays: 1 } },
        ],
      },
    };
    expect(one(properties, { DeletionPolicy: 'Retain' })).toEqual({
      resource: 'site/B',
      website: { indexDocument: 'index.html' },
      publicAccessBlocked: true,
      readers: [],
      writers: [],
      versioned: true,
      expiration: [{ prefix: 'cuts/', days: 30 }],
      noncurrentExpiration: [1],
      retainedOnDelete: true,
    });
  });

  test('reads a bare bucket as off in everything', () => {
    expect(one({})).toEqual({
      resource: 'site/B',
      website: undefined,
      publicAccessBlocked: false,
      readers: [],
      writers: [],
      versioned: false,
      expiration: [],
      noncurrentExpiration: [],
      retainedOnDelete: false,
    });
  });

  test.each(Object.keys(BLOCKED))('counts public access as open where %s is off or unknown', (name) => {
    const block = (value: unknown) => one({ PublicAccessBlockConfiguration: { ...BLOCKED, [name]: value } });
    expect(block(false)?.publicAccessBlocked).toBe(false);
    expect(block(undefined)?.publicAccessBlocked).toBe(false);
    expect(block(IF)?.publicAccessBlocked).toMatchObject({ unresolved: expect.stringContaining(name) });
  });

  test('does not guess a status or a date of expiry', () => {
    const rules = [{ Status: 'Enabled', ExpirationDate: '2030-01-01' }];
    const bucket = one({ VersioningConfiguration: { Status: IF }, LifecycleConfiguration: { Rules: rules } });
    expect(bucket?.versioned).toMatchObject({ unresolved: expect.any(String) });
    expect(bucket?.expiration).toEqual([{ prefix: '', days: { unresolved: 'ExpirationDate: 2030-01-01' } }]);
  });

  test.each(['PublicRead', 'PublicReadWrite'])('takes the ACL %s for a public reader', (AccessControl) => {
    expect(one({ AccessControl })?.readers).toEqual([
      { resource: 'site/B', kind: 'public', distribution: undefined },
    ]);
  });
});

describe('readers of a bucket policy', () => {
  test.each([
    ['anyone', { Principal: '*' }, 'public', undefined],
    ['any account', { Principal: { AWS: '*' } }, 'public', undefined],
    ['all but one', { NotPrincipal: { AWS: att('Role') } }, 'public', undefined],
    ['anyone with a condition', { Principal: '*', Condition: { Bool: { x: 'true' } } }, 'other', undefined],
    ['a role', { Principal: { AWS: att('Role') } }, 'other', undefined],
    ['any distribution', { Principal: { Service: 'cloudfront.amazonaws.com' } }, 'cloudfront', undefined],
  ])('has %s', (_name, statement, kind, distribution) => {
    expect(readers({ Action: 's3:GetObject', ...statement })).toEqual([
      { resource: 'site/P', kind, distribution },
    ]);
  });

  test.each(['StringEquals', 'ArnLike'])('has the distribution that a %s condition names', (operator) => {
    const Condition = { [operator]: { 'aws:SourceArn': SOURCE } };
    expect(
      readers({ Action: ['s3:GetObject'], Principal: { Service: 'cloudfront.amazonaws.com' }, Condition }),
    ).toEqual([{ resource: 'site/P', kind: 'cloudfront', distribution: 'site/Cdn' }]);
  });

  test('has no one who may only list or write, and no one who is denied', () => {
    expect(readers({ Action: ['s3:ListBucket', 's3:PutObject', 's3:GetBucketAcl'], Principal: '*' })).toEqual(
      [],
    );
    expect(readers({ Effect: 'Deny', Action: 's3:*', Principal: '*' })).toEqual([]);
  });

  test.each(['s3:*', '*', 's3:Get*', 's3:GetObject*', 's3:G*', 's3:GetObj?ct', 's3:*Object*'])(
    'has who may do %s',
    (Action) => {
      expect(readers({ Action, Principal: '*' })).toHaveLength(1);
    },
  );

  test('has who may write, and knows log delivery from others', () => {
    const writers = (principal: object) =>
      bucket({ Action: 's3:?eleteObject', ...principal })?.writers.map(({ kind }) => kind);
    expect(writers({ Principal: '*' })).toEqual(['public']);
    expect(writers({ Principal: { AWS: att('Role') } })).toEqual(['other']);
    expect(writers({ Principal: { Service: 'delivery.logs.amazonaws.com' } })).toEqual(['log-delivery']);
  });

  test("knows the worker's role", () => {
    const Environment = { Variables: { DIFUSOR_SETTINGS: '{}' } };
    const worker = resource('AWS::Lambda::Function', { Role: att('Role'), Environment });
    const statement = { Action: 's3:PutObject', Principal: { AWS: att('Role') } };
    expect(bucket(statement, { F: worker })?.writers).toMatchObject([{ kind: 'worker' }]);
  });

  test('leaves an effect that only a deploy knows as a gap', () => {
    const assembly = stack(withPolicy({ Effect: IF, Action: 's3:GetObject', Principal: '*' }));
    collectBuckets(assembly);
    expect(assembly.gaps).toMatchObject([{ area: 'buckets', resource: 'site/P', reason: 'Effect' }]);
  });

  test('comes to an end with thousands of buckets and policies', () => {
    const pairs = Array.from({ length: 2500 }, (_, index) => [
      [`B${String(index)}`, resource('AWS::S3::Bucket', { BucketName: `bucket-${String(index)}` })],
      [
        `P${String(index)}`,
        resource('AWS::S3::BucketPolicy', {
          Bucket: `bucket-${String(index)}`,
          PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 's3:*', Principal: '*' }] },
        }),
      ],
    ]).flat() as [string, ReturnType<typeof resource>][];
    const buckets = collectBuckets(stack(Object.fromEntries(pairs)));
    expect(new Set(buckets.map(({ readers: list }) => list.length))).toEqual(new Set([1]));
  });

  test('has those of its own policy only', () => {
    const assembly = stack({
      B: resource('AWS::S3::Bucket'),
      P: resource('AWS::S3::BucketPolicy', {
        Bucket: ref('Other'),
        PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Principal: '*' }] },
      }),
    });
    expect(collectBuckets(assembly)[0]?.readers).toEqual([]);
  });
});

test('a policy of a bucket that only a deploy knows is a gap', () => {
  const assembly = stack({ P: resource('AWS::S3::BucketPolicy', { Bucket: IF }) });
  collectBuckets(assembly);
  expect(assembly.gaps).toMatchObject([{ area: 'buckets', resource: 'site/P' }]);
});

describe('bucketOf', () => {
  test.each([
    ['a reference', att('B', 'RegionalDomainName'), 'site/B'],
    ['the ARN of its objects', { 'Fn::Sub': '${B.Arn}/*' }, 'site/B'],
    ['its literal domain', 'my-site.s3.us-east-1.amazonaws.com', 'site/B'],
    ['its literal website', 'my-site.s3-website-us-east-1.amazonaws.com', 'site/B'],
    ['its literal ARN', 'arn:aws:s3:::my-site/*', 'site/B'],
    ['another bucket', 'arn:aws:s3:::other/*', 'arn:aws:s3:::other/*'],
  ])('knows %s', (_name, value, expected) => {
    const assembly = stack({ B: resource('AWS::S3::Bucket', { BucketName: 'my-site', value }) });
    expect(bucketOf(assembly.resources[0]!.properties.get('value'), assembly)).toBe(expected);
  });
});

function one(properties: Readonly<Record<string, unknown>>, attributes = {}) {
  return collectBuckets(stack({ B: resource('AWS::S3::Bucket', properties, attributes) }))[0];
}

function readers(statement: object) {
  return bucket(statement)?.readers;
}

function bucket(statement: object, others = {}) {
  return collectBuckets(stack({ ...withPolicy(statement), ...others }))[0];
}

function withPolicy(statement: object) {
  const Statement = [{ Effect: 'Allow', Resource: { 'Fn::Sub': '${B.Arn}/*' }, ...statement }];
  const P = resource('AWS::S3::BucketPolicy', { Bucket: ref('B'), PolicyDocument: { Statement } });
  return { B: resource('AWS::S3::Bucket'), P };
}
