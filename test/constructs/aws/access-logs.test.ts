import { Template } from 'aws-cdk-lib/assertions';
import { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { AccessLogs, grantLogDelivery, LogBucket } from '../../../constructs/aws/index.js';
import { emptyStack, theResource } from '../../support/stack.js';

function build(): Template {
  const stack = emptyStack();
  const { bucket } = new LogBucket(stack, 'Logs');
  const distribution = Distribution.fromDistributionAttributes(stack, 'Distribution', {
    distributionId: 'E123',
    domainName: 'd123.cloudfront.net',
  });
  new AccessLogs(stack, 'AccessLogs', { distribution, bucketArn: bucket.bucketArn, name: 'difusor' });
  grantLogDelivery(bucket);
  return Template.fromStack(stack);
}

describe('AccessLogs', () => {
  const template = build();

  it('delivers the distribution’s access logs into the bucket (standard logging v2)', () => {
    const source = theResource(template, 'AWS::Logs::DeliverySource');
    const destination = theResource(template, 'AWS::Logs::DeliveryDestination');
    expect(source.definition).toMatchObject({ Properties: { LogType: 'ACCESS_LOGS', Name: 'difusor' } });
    expect(theResource(template, 'AWS::Logs::Delivery').definition).toMatchObject({
      DependsOn: [source.id],
      Properties: {
        DeliverySourceName: 'difusor',
        DeliveryDestinationArn: { 'Fn::GetAtt': [destination.id, 'Arn'] },
      },
    });
  });

  it('logs the query string and no cookie', () => {
    const { definition } = theResource(template, 'AWS::Logs::Delivery');
    const { RecordFields } = definition.Properties as { RecordFields: string[] };
    expect(RecordFields).toEqual(expect.arrayContaining(['cs-uri-query', 'sc-status', 'c-ip', 'time-taken']));
    expect(RecordFields.join()).not.toMatch(/cookie/i);
  });

  it('lets only log delivery of this account write under cloudfront/', () => {
    const { definition } = theResource(template, 'AWS::S3::BucketPolicy');
    expect(JSON.stringify(definition)).toContain('"Service":"delivery.logs.amazonaws.com"');
    expect(JSON.stringify(definition)).toContain('/cloudfront/*');
    expect(JSON.stringify(definition)).toContain('"aws:SourceAccount":{"Ref":"AWS::AccountId"}');
  });
});
