import type { ResourceRequest } from '../../../../lib/testing/cloudformation/resource-provider.js';
import { changedKeys } from '../../../../lib/testing/cloudformation/resource-provider.js';
import { QUEUE, testAccount } from './support.js';

const request = (changes: Partial<ResourceRequest> = {}): ResourceRequest => ({
  stackName: 'site',
  region: 'us-east-1',
  logicalId: 'Queue',
  template: QUEUE,
  properties: { VisibilityTimeout: 30 },
  ...changes,
});

describe('ResourceProvider', () => {
  it('knows published types, custom ones and the CDK’s own', () => {
    const { provider } = testAccount();
    const types = [
      'AWS::SQS::Queue',
      'Custom::Thing',
      'AWS::CloudFormation::CustomResource',
      'AWS::CDK::Metadata',
      'AWS::SQS::Kueue',
    ];
    expect(types.map((type) => provider.knows(type))).toEqual([true, true, true, true, false]);
  });

  it('makes each resource with ids of its own', () => {
    const { provider, inventory } = testAccount();
    const [first, second] = [provider.create(request()), provider.create(request())];
    expect(first.physicalId).not.toBe(second.physicalId);
    expect(inventory.find('AWS::SQS::Queue', (queue) => queue.physicalId === second.physicalId)).toBe(second);
  });

  it('refuses properties that the type does not have', () => {
    const { provider } = testAccount();
    expect(() => provider.create(request({ properties: { Timeout: 30 } }))).toThrow(
      'Properties validation failed for resource Queue with message:\n#: extraneous key [Timeout] is not permitted',
    );
  });

  it('fails the types that it is told to fail', () => {
    const account = testAccount();
    const queue = account.provider.create(request());
    account.failingTypes.add('AWS::SQS::Queue');
    expect(() => account.provider.create(request())).toThrow('The stand-in was told to fail AWS::SQS::Queue');
    expect(() => account.provider.update(queue, request())).toThrow(
      'The stand-in was told to fail AWS::SQS::Queue',
    );
  });

  it('keeps the ids in an update, and repeats new properties in the attributes', () => {
    const { provider } = testAccount();
    const template = { Type: 'AWS::SSM::Parameter' };
    const before = provider.create(
      request({ template, properties: { Name: '/a', Type: 'String', Value: '1' } }),
    );
    const after = provider.update(
      before,
      request({ template, properties: { Name: '/a', Type: 'String', Value: '2' } }),
    );
    expect(after).toMatchObject({ physicalId: '/a', properties: { Value: '2' }, attributes: { Value: '2' } });
  });

  it('tells which properties cannot change in place', () => {
    const { provider } = testAccount();
    expect([
      provider.replacedBy('AWS::SQS::Queue', 'FifoQueue'),
      provider.replacedBy('AWS::SQS::Queue', 'VisibilityTimeout'),
    ]).toEqual([true, false]);
  });

  it('refuses attributes that a published type does not have, and answers any of a custom one', () => {
    const { provider } = testAccount();
    const queue = provider.create(request());
    const custom = provider.create(
      request({ template: { Type: 'Custom::Thing' }, properties: { Any: ['thing'] } }),
    );
    expect(provider.attribute(queue, 'Arn')).toMatch(/^arn:aws:sqs:us-east-1:123456789012:site-Queue-/);
    expect(() => provider.attribute(queue, 'Url')).toThrow(
      'Template error: resource Queue does not support attribute type Url in Fn::GetAtt',
    );
    expect(provider.attribute(custom, 'Answer')).toBe(`${custom.physicalId}/Answer`);
  });

  it('deletes a bucket only when it is empty', () => {
    const { provider, objects, inventory } = testAccount();
    const bucket = provider.create(
      request({ template: { Type: 'AWS::S3::Bucket' }, properties: { BucketName: 'prep' } }),
    );
    objects.put('prep', 'index.html', Buffer.from('x'));
    expect(() => {
      provider.delete(bucket);
    }).toThrow('The bucket you tried to delete is not empty');
    expect(inventory.find('AWS::S3::Bucket', () => true)).toBe(bucket);
  });

  it('asks the service’s own checks', () => {
    const { provider } = testAccount();
    const template = { Type: 'AWS::WAFv2::IPSet' };
    expect(() =>
      provider.create(request({ template, region: 'mx-central-1', properties: { Scope: 'CLOUDFRONT' } })),
    ).toThrow(/SCOPE_VALUE/);
  });
});

describe('changedKeys', () => {
  it('names what was added, changed or taken away', () => {
    expect(changedKeys({ a: 1, b: [1], c: 3 }, { b: [2], c: 3, d: 4 })).toEqual(['a', 'b', 'd']);
  });
});
