import type { Account } from '../account.js';
import { AwsRefusal, validationError } from '../aws-refusal.js';
import { createChangeSet, NO_CHANGES, type ChangeSet } from '../change-set.js';
import { executeChangeSet } from '../deployment.js';
import type { QueryObject, QueryRequest } from '../query-protocol.js';
import { deleteStack } from '../stack-deletion.js';
import { changeView, eventView, parameterViews, resourceView, stackView, tagViews } from './views.js';

type CloudFormationAction = (account: Account, request: QueryRequest, region: string) => QueryObject;

/** The calls of CloudFormation that the CDK CLI makes, by action. */
export const CLOUDFORMATION_ACTIONS: Readonly<Record<string, CloudFormationAction>> = {
  CreateChangeSet: (account, request, region) => {
    const changeSet = createChangeSet(account, {
      name: required(request, 'ChangeSetName'),
      type: request.text('ChangeSetType') === 'CREATE' ? 'CREATE' : 'UPDATE',
      stackName: required(request, 'StackName'),
      region,
      body: templateBody(account, request),
      parameters: request.members('Parameters').map((parameter) => ({
        key: parameter.ParameterKey ?? '',
        value: parameter.ParameterValue,
        usePrevious: parameter.UsePreviousValue === 'true',
      })),
      tags: Object.fromEntries(request.members('Tags').map((tag) => [tag.Key ?? '', tag.Value ?? ''])),
      capabilities: request.texts('Capabilities'),
    });
    return { Id: changeSet.id, StackId: changeSet.stack.id };
  },
  DescribeChangeSet: (account, request, region) => {
    const changeSet = findChangeSet(account, request, region);
    return {
      ChangeSetId: changeSet.id,
      ChangeSetName: changeSet.name,
      StackId: changeSet.stack.id,
      StackName: changeSet.stack.name,
      CreationTime: changeSet.createdAt,
      Status: changeSet.executable ? 'CREATE_COMPLETE' : 'FAILED',
      StatusReason: changeSet.executable ? undefined : NO_CHANGES,
      ExecutionStatus: changeSet.executable ? 'AVAILABLE' : 'UNAVAILABLE',
      Parameters: parameterViews(changeSet.proposed.parameters),
      Tags: tagViews(changeSet.proposed.tags),
      Changes: changeSet.changes.map(changeView),
    };
  },
  ExecuteChangeSet: (account, request, region) => {
    if (request.text('DisableRollback') === 'true') {
      throw validationError('The stand-in always rolls a failed deployment back; leave DisableRollback out.');
    }
    executeChangeSet(account, findChangeSet(account, request, region), request.text('ClientRequestToken'));
    return {};
  },
  DeleteChangeSet: (account, request, region) => {
    const changeSet = tryFindChangeSet(account, request, region);
    if (changeSet !== undefined) account.changeSets.delete(changeSet.id);
    return {};
  },
  DescribeStacks: (account, request, region) => {
    const name = request.text('StackName');
    const stacks = name === undefined ? account.liveStacks(region) : [account.findStack(name, region)];
    return { Stacks: stacks.map(stackView) };
  },
  DescribeStackEvents: (account, request, region) => {
    const stack = account.findStack(required(request, 'StackName'), region);
    return { StackEvents: stack.events.map((event) => eventView(stack, event)) };
  },
  DescribeStackResources: (account, request, region) => {
    const stack = account.findStack(required(request, 'StackName'), region);
    return { StackResources: [...stack.resources.values()].map((resource) => resourceView(stack, resource)) };
  },
  ListStackResources: (account, request, region) => {
    const stack = account.findStack(required(request, 'StackName'), region);
    return {
      StackResourceSummaries: [...stack.resources.values()].map((resource) => resourceView(stack, resource)),
    };
  },
  ListStacks: (account, _request, region) => ({ StackSummaries: account.liveStacks(region).map(stackView) }),
  ListExports: (account, _request, region) => ({
    Exports: account
      .liveStacks(region)
      .flatMap((stack) =>
        stack.content.outputs
          .filter((output) => output.exportName !== undefined)
          .map((output) => ({ ExportingStackId: stack.id, Name: output.exportName, Value: output.value })),
      ),
  }),
  GetTemplate: (account, request, region) => {
    const stack = account.findStack(required(request, 'StackName'), region);
    return { TemplateBody: stack.content.body, StagesAvailable: ['Original', 'Processed'] };
  },
  DeleteStack: (account, request, region) => {
    const stack = account.tryFindStack(required(request, 'StackName'), region);
    if (stack !== undefined) deleteStack(account, stack, request.text('ClientRequestToken'));
    return {};
  },
  UpdateTerminationProtection: (account, request, region) => {
    const stack = account.findStack(required(request, 'StackName'), region);
    stack.terminationProtection = request.text('EnableTerminationProtection') === 'true';
    return { StackId: stack.id };
  },
};

function required(request: QueryRequest, name: string): string {
  const value = request.text(name);
  if (value === undefined || value === '') {
    throw validationError(
      `1 validation error detected: Value null at '${name}' failed to satisfy constraint: Member must not be null`,
    );
  }
  return value;
}

function templateBody(account: Account, request: QueryRequest): string {
  const body = request.text('TemplateBody');
  if (body !== undefined) return body;
  const [, bucket = '', ...key] = new URL(required(request, 'TemplateURL')).pathname
    .split('/')
    .map(decodeURIComponent);
  try {
    return account.objects.get(bucket, key.join('/')).toString('utf8');
  } catch (error) {
    if (!(error instanceof AwsRefusal)) throw error;
    throw validationError(`S3 error: ${error.message}`);
  }
}

function tryFindChangeSet(account: Account, request: QueryRequest, region: string): ChangeSet | undefined {
  const nameOrId = required(request, 'ChangeSetName');
  const stackName = request.text('StackName');
  return [...account.changeSets.values()].find(
    ({ id, name, stack }) =>
      id === nameOrId ||
      (name === nameOrId && stack.region === region && (stack.name === stackName || stack.id === stackName)),
  );
}

function findChangeSet(account: Account, request: QueryRequest, region: string): ChangeSet {
  const found = tryFindChangeSet(account, request, region);
  if (found === undefined) {
    throw new AwsRefusal(
      'ChangeSetNotFound',
      `ChangeSet [${required(request, 'ChangeSetName')}] does not exist`,
      404,
    );
  }
  return found;
}
