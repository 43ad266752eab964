import { deleteStack } from '../../../../lib/testing/cloudformation/stack-deletion.js';
import { BUCKET, deploy, history, QUEUE, testAccount } from './support.js';

describe('deleteStack', () => {
  it('removes the resources, last made first, and leaves the retained ones', () => {
    const account = testAccount();
    const stack = deploy(account, {
      Resources: {
        First: QUEUE,
        Second: { ...QUEUE, DependsOn: 'First' },
        Kept: { ...BUCKET, DeletionPolicy: 'Retain' },
        AlsoKept: { ...BUCKET, DeletionPolicy: 'RetainExceptOnCreate' },
      },
    });
    deleteStack(account, stack, 'token');
    expect(stack.status).toBe('DELETE_COMPLETE');
    expect(account.liveStacks()).toEqual([]);
    expect(account.inventory.retained().map(({ logicalId }) => logicalId)).toEqual(['AlsoKept', 'Kept']);
    const deleted = stack.events
      .filter((event) => event.status === 'DELETE_COMPLETE')
      .map((event) => event.logicalId);
    expect(deleted).toEqual(['site', 'First', 'Second']);
  });

  it('refuses a stack that is protected against termination', () => {
    const account = testAccount();
    const stack = deploy(account, { Resources: { Queue: QUEUE } });
    stack.terminationProtection = true;
    expect(() => {
      deleteStack(account, stack, undefined);
    }).toThrow('Stack [site] cannot be deleted while TerminationProtection is enabled');
    expect(stack.status).toBe('CREATE_COMPLETE');
  });

  it('fails where another stack imports from it', () => {
    const account = testAccount();
    const edge = deploy(
      account,
      { Resources: { Q: QUEUE }, Outputs: { O: { Value: 'x', Export: { Name: 'edge:O' } } } },
      { stackName: 'edge' },
    );
    const site = deploy(account, {
      Resources: { Q: { ...QUEUE, Properties: { QueueName: { 'Fn::ImportValue': 'edge:O' } } } },
    });
    deleteStack(account, edge, undefined);
    expect(edge).toMatchObject({
      status: 'DELETE_FAILED',
      statusReason: 'Cannot delete export edge:O as it is in use by site.',
    });
    deleteStack(account, site, undefined);
    deleteStack(account, edge, undefined);
    expect(edge.status).toBe('DELETE_COMPLETE');
  });

  it('fails at a bucket that holds objects, and keeps it in the stack', () => {
    const account = testAccount();
    const stack = deploy(account, {
      Resources: { Queue: QUEUE, Bucket: { ...BUCKET, Properties: { BucketName: 'prep' } } },
    });
    account.objects.put('prep', 'index.html', Buffer.from('x'));
    deleteStack(account, stack, undefined);
    expect(stack).toMatchObject({
      status: 'DELETE_FAILED',
      statusReason: 'The following resource(s) failed to delete: [Bucket].',
    });
    expect([...stack.resources.keys()]).toEqual(['Bucket']);
    expect(history(stack, 'Queue').at(-1)).toBe('DELETE_COMPLETE');
  });
});
