import { LogBucket } from '../../../constructs/aws/index.js';
import { templateOf } from '../../support/stack.js';

describe('LogBucket', () => {
  it('keeps logs 400 days, in private, and outlives the stack', () => {
    const template = templateOf((scope) => new LogBucket(scope, 'Logs'));
    template.hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'RetainExceptOnCreate',
      Properties: {
        LifecycleConfiguration: { Rules: [{ Id: 'expire-logs', ExpirationInDays: 400, Status: 'Enabled' }] },
        PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      },
    });
  });

  it('takes another number of days', () => {
    const template = templateOf((scope) => new LogBucket(scope, 'Logs', { retentionDays: 30 }));
    template.hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: { Rules: [{ ExpirationInDays: 30 }] },
    });
  });
});
