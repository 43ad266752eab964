import type { Account } from '../../../../../lib/testing/cloudformation/account.js';
import { CLOUDFORMATION_ACTIONS } from '../../../../../lib/testing/cloudformation/api/cloudformation.js';
import { QueryRequest, type QueryObject } from '../../../../../lib/testing/cloudformation/query-protocol.js';
import { BUCKET, deploy, QUEUE, testAccount } from '../support.js';

const TEMPLATE = { Resources: { Queue: QUEUE } };

describe('CLOUDFORMATION_ACTIONS', () => {
  let account: Account;
  beforeEach(() => {
    account = testAccount();
  });
  const call = (action: string, fields: Record<string, string>, region = 'us-east-1'): QueryObject => {
    const handler = CLOUDFORMATION_ACTIONS[action];
    if (handler === undefined) throw new Error(action);
    return handler(account, new QueryRequest(new URLSearchParams(fields)), region);
  };
  const change = { StackName: 'site', ChangeSetName: 'changes' };
  const create = { ...change, ChangeSetType: 'CREATE', TemplateBody: JSON.stringify(TEMPLATE) };

  it('takes a stack from change set to deletion', () => {
    call('CreateChangeSet', { ...create, 'Tags.member.1.Key': 'owner', 'Tags.member.1.Value': 'me' });
    expect(call('DescribeChangeSet', change)).toMatchObject({
      Status: 'CREATE_COMPLETE',
      ExecutionStatus: 'AVAILABLE',
      CreationTime: expect.stringMatching(/^2027-06-06T12:00:00/) as string,
      Changes: [{ ResourceChange: { Action: 'Add', LogicalResourceId: 'Queue' } }],
    });
    expect(call('ExecuteChangeSet', { ...change, ClientRequestToken: 'abc' })).toEqual({});
    expect(call('DescribeStacks', { StackName: 'site' })).toMatchObject({
      Stacks: [{ StackName: 'site', StackStatus: 'CREATE_COMPLETE', Tags: [{ Key: 'owner', Value: 'me' }] }],
    });
    expect(call('DescribeStackEvents', { StackName: 'site' }).StackEvents).toHaveLength(4);
    expect(call('DescribeStackResources', { StackName: 'site' })).toMatchObject({
      StackResources: [{ LogicalResourceId: 'Queue' }],
    });
    expect(call('ListStackResources', { StackName: 'site' })).toMatchObject({
      StackResourceSummaries: [{ LogicalResourceId: 'Queue' }],
    });
    expect(call('ListStacks', {})).toMatchObject({ StackSummaries: [{ StackName: 'site' }] });
    expect(call('GetTemplate', { StackName: 'site' }).TemplateBody).toBe(JSON.stringify(TEMPLATE));
    call('DeleteStack', { StackName: 'site' });
    expect(call('DescribeStacks', {})).toEqual({ Stacks: [] });
    expect(() => call('DescribeStacks', { StackName: 'site' })).toThrow('Stack with id site does not exist');
  });

  it('says of an empty change set what the CDK CLI looks for', () => {
    deploy(account, TEMPLATE);
    call('CreateChangeSet', { ...create, ChangeSetType: 'UPDATE' });
    expect(call('DescribeChangeSet', change)).toMatchObject({
      Status: 'FAILED',
      ExecutionStatus: 'UNAVAILABLE',
      StatusReason:
        "The submitted information didn't contain changes. Submit different information to create a change set.",
    });
  });

  it('reads templates from S3, and says so when they are not there', () => {
    deploy(
      account,
      { Resources: { Bucket: { ...BUCKET, Properties: { BucketName: 'assets' } } } },
      { stackName: 'toolkit' },
    );
    account.objects.put('assets', 'a b.json', Buffer.from(JSON.stringify(TEMPLATE)));
    const fromS3 = { ...change, ChangeSetType: 'CREATE' };
    call('CreateChangeSet', {
      ...fromS3,
      TemplateURL: 'https://s3.us-east-1.amazonaws.com/assets/a%20b.json',
    });
    expect(account.findStack('site', 'us-east-1').status).toBe('REVIEW_IN_PROGRESS');
    const missing = { ...fromS3, TemplateURL: 'https://s3.us-east-1.amazonaws.com/assets/other.json' };
    expect(() => call('CreateChangeSet', missing)).toThrow('S3 error: The specified key does not exist.');
  });

  it('forgets a change set, however often it is asked to', () => {
    call('CreateChangeSet', create);
    expect([call('DeleteChangeSet', change), call('DeleteChangeSet', change)]).toEqual([{}, {}]);
    expect(() => call('DescribeChangeSet', change)).toThrow(
      expect.objectContaining({ code: 'ChangeSetNotFound', status: 404 }) as Error,
    );
  });

  it('finds a change set by its id, too', () => {
    call('CreateChangeSet', create);
    const [id = ''] = account.changeSets.keys();
    expect(call('DescribeChangeSet', { ChangeSetName: id }).ChangeSetId).toBe(id);
  });

  it('keeps regions apart', () => {
    call('CreateChangeSet', create, 'mx-central-1');
    expect(() => call('DescribeChangeSet', change, 'us-east-1')).toThrow(
      'ChangeSet [changes] does not exist',
    );
    expect(call('DescribeChangeSet', change, 'mx-central-1').StackName).toBe('site');
  });

  it('protects a stack against termination', () => {
    deploy(account, TEMPLATE);
    call('UpdateTerminationProtection', { StackName: 'site', EnableTerminationProtection: 'true' });
    expect(() => call('DeleteStack', { StackName: 'site' })).toThrow(/TerminationProtection is enabled/);
    call('UpdateTerminationProtection', { StackName: 'site', EnableTerminationProtection: 'false' });
    expect(call('DeleteStack', { StackName: 'site' })).toEqual({});
  });

  it('lists exports', () => {
    const stack = deploy(account, {
      ...TEMPLATE,
      Outputs: { A: { Value: 'x', Export: { Name: 'site:A' } }, B: { Value: 'y' } },
    });
    expect(call('ListExports', {})).toEqual({
      Exports: [{ ExportingStackId: stack.id, Name: 'site:A', Value: 'x' }],
    });
  });

  it('does nothing about a stack that is gone already', () => {
    expect(call('DeleteStack', { StackName: 'nobody' })).toEqual({});
  });

  it('refuses requests that lack a name, and deployments that would not roll back', () => {
    expect(() => call('CreateChangeSet', { ...create, StackName: '' })).toThrow(
      /'StackName' failed to satisfy constraint/,
    );
    call('CreateChangeSet', create);
    expect(() => call('ExecuteChangeSet', { ...change, DisableRollback: 'true' })).toThrow(
      /always rolls a failed deployment back/,
    );
  });
});
