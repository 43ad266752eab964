import {
  digestOf,
  generatedId,
  generatedName,
  generatedUuid,
  type ResourceOrigin,
} from '../../../../lib/testing/cloudformation/resource-naming.js';

const origin: ResourceOrigin = {
  account: '123456789012',
  region: 'us-east-1',
  stackName: 'difusor-bcs-2024',
  logicalId: 'SiteStoreBucket1234ABCD',
  serial: 1,
};

describe('names that CloudFormation makes up', () => {
  it('hold stack, logical id and a suffix, in lower case for buckets', () => {
    expect(generatedName(origin, 'AWS::IAM::Role')).toMatch(
      /^difusor-bcs-2024-SiteStoreBucket1234ABCD-[0-9A-F]{12}$/,
    );
    expect(generatedName(origin, 'AWS::S3::Bucket')).toMatch(
      /^difusor-bcs-2024-sitestorebucket1234abcd-[0-9a-f]{12}$/,
    );
  });

  it('stay short enough for every service', () => {
    const long = { ...origin, stackName: 's'.repeat(128), logicalId: 'L'.repeat(255) };
    expect(generatedName(long, 'AWS::S3::Bucket').length).toBeLessThanOrEqual(63);
  });

  it('repeat themselves for one resource, and differ for its replacement', () => {
    expect(generatedName(origin, 'T')).toBe(generatedName({ ...origin }, 'T'));
    expect(generatedName(origin, 'T')).not.toBe(generatedName({ ...origin, serial: 2 }, 'T'));
    expect(digestOf(origin, 'a')).not.toBe(digestOf(origin, 'b'));
  });

  it('take the form of the service', () => {
    expect(generatedId(origin, 'AWS::EC2::Subnet', 'SubnetId')).toMatch(/^subnet-0[0-9a-f]{16}$/);
    const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
    expect(generatedId(origin, 'AWS::WAFv2::WebACL', 'Id')).toMatch(uuid);
    expect(generatedUuid('stack', 1)).toMatch(uuid);
    expect(generatedUuid('stack', 1)).not.toBe(generatedUuid('stack', 2));
  });
});
