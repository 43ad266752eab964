import { Account } from '../../../../lib/testing/cloudformation/account.js';
import { createChangeSet, type ChangeSetRequest } from '../../../../lib/testing/cloudformation/change-set.js';
import { executeChangeSet } from '../../../../lib/testing/cloudformation/deployment.js';
import type { ResourceSpec, ResourceSpecs } from '../../../../lib/testing/cloudformation/resource-spec.js';
import type { Stack } from '../../../../lib/testing/cloudformation/stack.js';
import type { ResourceTemplate, Template } from '../../../../lib/testing/cloudformation/template.js';

const TEXT = { type: 'string' } as const;

/** A few types in the shape of AWS's specification, which takes a third of a second to load. */
const SPECS: readonly ResourceSpec[] = [
  {
    name: 'Bucket',
    cloudFormationType: 'AWS::S3::Bucket',
    properties: {
      BucketName: { type: TEXT, causesReplacement: 'yes' },
      Tags: { type: { type: 'array', element: { type: 'tag' } } },
      WebsiteConfiguration: { type: { type: 'ref', reference: { $ref: 'Website' } } },
      BucketEncryption: { type: { type: 'json' } },
    },
    attributes: { Arn: { type: TEXT } },
    primaryIdentifier: ['BucketName'],
    arnTemplate: 'arn:${Partition}:s3:::${BucketName}',
  },
  {
    name: 'Queue',
    cloudFormationType: 'AWS::SQS::Queue',
    properties: {
      QueueName: { type: TEXT, causesReplacement: 'yes' },
      FifoQueue: { type: { type: 'boolean' }, causesReplacement: 'yes' },
      VisibilityTimeout: { type: { type: 'integer' } },
      RedrivePolicy: { type: { type: 'json' } },
    },
    attributes: { Arn: { type: TEXT }, QueueUrl: { type: TEXT }, QueueName: { type: TEXT } },
    primaryIdentifier: ['QueueUrl'],
    arnTemplate: 'arn:${Partition}:sqs:${Region}:${Account}:${QueueName}',
  },
  {
    name: 'Parameter',
    cloudFormationType: 'AWS::SSM::Parameter',
    properties: {
      Name: { type: TEXT, causesReplacement: 'yes' },
      Type: { type: TEXT, required: true },
      Value: { type: TEXT, required: true },
    },
    attributes: { Type: { type: TEXT }, Value: { type: TEXT } },
    primaryIdentifier: ['Name'],
  },
  {
    name: 'Role',
    cloudFormationType: 'AWS::IAM::Role',
    properties: { RoleName: { type: TEXT }, AssumeRolePolicyDocument: { type: { type: 'json' } } },
    attributes: { Arn: { type: TEXT } },
    primaryIdentifier: ['RoleName'],
    arnTemplate: 'arn:${Partition}:iam::${Account}:role/${RoleName}',
  },
];

export const FEW_SPECS: ResourceSpecs = {
  find: (type) => SPECS.find((spec) => spec.cloudFormationType === type),
  propertiesOf: () => ({
    IndexDocument: { type: TEXT, required: true },
    RoutingRules: { type: { type: 'array', element: { type: 'json' } } },
  }),
};

export const NOON = new Date('2027-06-06T12:00:00Z');

/** An account of the few types, whose validator has nothing to say and whose clocks stand still. */
export function testAccount(errors: readonly string[] = []): Account {
  return new Account({
    specs: FEW_SPECS,
    validator: { errorsOf: () => [...errors] },
    serviceClock: () => NOON,
    eventClock: () => NOON,
  });
}

export type TemplateParts = Partial<Template> & { readonly Resources: Record<string, ResourceTemplate> };

export function requestOf(
  template: TemplateParts,
  request: Partial<ChangeSetRequest> = {},
): ChangeSetRequest {
  return {
    name: 'changes',
    type: 'CREATE',
    stackName: 'site',
    region: 'us-east-1',
    body: JSON.stringify(template),
    parameters: [],
    tags: {},
    capabilities: ['CAPABILITY_NAMED_IAM'],
    ...request,
  };
}

/** Creates or updates a stack the way a client does: change set, then execution. */
export function deploy(
  account: Account,
  template: TemplateParts,
  request: Partial<ChangeSetRequest> = {},
): Stack {
  const wanted = requestOf(template, request);
  const present = account.tryFindStack(wanted.stackName, wanted.region);
  const type = present === undefined || present.status === 'REVIEW_IN_PROGRESS' ? 'CREATE' : 'UPDATE';
  const changeSet = createChangeSet(account, { ...wanted, type });
  executeChangeSet(account, changeSet, 'token');
  return changeSet.stack;
}

export const BUCKET: ResourceTemplate = { Type: 'AWS::S3::Bucket' };
export const QUEUE: ResourceTemplate = { Type: 'AWS::SQS::Queue' };

/** The statuses of one resource or stack, oldest first. */
export function history(stack: Stack, logicalId: string): string[] {
  return [...stack.events]
    .reverse()
    .filter((event) => event.logicalId === logicalId)
    .map((event) => event.status);
}
