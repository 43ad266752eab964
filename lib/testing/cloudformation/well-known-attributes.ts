/**
 * Attributes whose form a template or a person relies on, by `Type.Attribute`; `${…}` names another attribute or
 * property of the resource, `${Digest}` hexadecimal digits of its own, `${Octet}` a number from 1 to 254,
 * `${ScopePath}` a web ACL's scope in its ARN.
 */
export const WELL_KNOWN_ATTRIBUTES: Readonly<Record<string, string>> = {
  'AWS::CloudFront::Distribution.DomainName': 'd${Digest}.cloudfront.net',
  'AWS::CloudFront::Distribution.Id': 'E${DIGEST}',
  'AWS::CloudFront::OriginAccessControl.Id': 'E${DIGEST}',
  'AWS::EC2::EIP.AllocationId': 'eipalloc-0${Digest}',
  // RFC 5737 keeps this block for documentation: no one can mistake it for a reserved address.
  'AWS::EC2::EIP.PublicIp': '203.0.113.${Octet}',
  'AWS::EC2::SecurityGroup.GroupId': 'sg-0${Digest}',
  'AWS::EC2::SecurityGroup.Id': 'sg-0${Digest}',
  'AWS::Lambda::Alias.AliasArn':
    'arn:${Partition}:lambda:${Region}:${Account}:function:${FunctionName}:${Name}',
  'AWS::Lambda::Version.FunctionArn':
    'arn:${Partition}:lambda:${Region}:${Account}:function:${FunctionName}:1',
  'AWS::Lambda::Version.Version': '1',
  'AWS::Logs::LogGroup.Arn': 'arn:${Partition}:logs:${Region}:${Account}:log-group:${LogGroupName}:*',
  'AWS::S3::Bucket.DomainName': '${BucketName}.s3.amazonaws.com',
  'AWS::S3::Bucket.DualStackDomainName': '${BucketName}.s3.dualstack.${Region}.amazonaws.com',
  'AWS::S3::Bucket.RegionalDomainName': '${BucketName}.s3.${Region}.amazonaws.com',
  'AWS::S3::Bucket.WebsiteURL': 'http://${BucketName}.s3-website-${Region}.amazonaws.com',
  'AWS::Scheduler::Schedule.Arn':
    'arn:${Partition}:scheduler:${Region}:${Account}:schedule/${GroupName}/${Name}',
  'AWS::SecretsManager::Secret.Id':
    'arn:${Partition}:secretsmanager:${Region}:${Account}:secret:${Name}-StandI',
  'AWS::SQS::Queue.QueueUrl': 'https://sqs.${Region}.amazonaws.com/${Account}/${QueueName}',
  'AWS::WAFv2::WebACL.Arn': 'arn:${Partition}:wafv2:${Region}:${Account}:${ScopePath}/webacl/${Name}/${Id}',
};
