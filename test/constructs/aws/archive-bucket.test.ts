import { Match } from 'aws-cdk-lib/assertions';
import { ArchiveBucket } from '../../../constructs/aws/index.js';
import { someBucket, templateOf } from '../../support/stack.js';

const build = (objectLockDays?: number) =>
  templateOf(
    (scope) => new ArchiveBucket(scope, 'Archive', { logBucket: someBucket(scope), objectLockDays }),
  );

describe('ArchiveBucket', () => {
  it('is versioned and retained, and never expires a package', () => {
    build().hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'RetainExceptOnCreate',
      Properties: {
        VersioningConfiguration: { Status: 'Enabled' },
        LifecycleConfiguration: {
          Rules: [
            {
              Id: 'abort-unfinished-uploads',
              Status: 'Enabled',
              AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
            },
          ],
        },
        ObjectLockEnabled: Match.absent(),
      },
    });
  });

  it('locks packages for as many days as asked', () => {
    build(30).hasResourceProperties('AWS::S3::Bucket', {
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 30 } } },
    });
  });
});
