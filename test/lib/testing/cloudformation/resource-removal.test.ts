import { isRetained, removeResource } from '../../../../lib/testing/cloudformation/resource-removal.js';
import type { ExistingResource } from '../../../../lib/testing/cloudformation/inventory.js';
import type { Account } from '../../../../lib/testing/cloudformation/account.js';
import type { Stack } from '../../../../lib/testing/cloudformation/stack.js';
import { BUCKET, deploy, history, testAccount } from './support.js';

function bucketStack(): { account: Account; stack: Stack; bucket: ExistingResource } {
  const account = testAccount();
  const stack = deploy(account, { Resources: { Bucket: { ...BUCKET, Properties: { BucketName: 'prep' } } } });
  const bucket = stack.resources.get('Bucket');
  if (bucket === undefined) throw new Error('no bucket was made');
  return { account, stack, bucket };
}

describe('removeResource', () => {
  it('removes a resource for good', () => {
    const { account, stack, bucket } = bucketStack();
    expect(removeResource(account, stack, bucket, false)).toBe(true);
    expect(account.inventory.find('AWS::S3::Bucket', () => true)).toBeUndefined();
    expect(history(stack, 'Bucket').slice(-2)).toEqual(['DELETE_IN_PROGRESS', 'DELETE_COMPLETE']);
  });

  it('leaves a retained one in the account', () => {
    const { account, stack, bucket } = bucketStack();
    expect(removeResource(account, stack, bucket, true)).toBe(true);
    expect(account.inventory.retained()).toEqual([bucket]);
    expect(history(stack, 'Bucket').at(-1)).toBe('DELETE_SKIPPED');
  });

  it('reports what cannot be removed', () => {
    const { account, stack, bucket } = bucketStack();
    account.objects.put('prep', 'index.html', Buffer.from('x'));
    expect(removeResource(account, stack, bucket, false)).toBe(false);
    expect(stack.events[0]).toMatchObject({
      status: 'DELETE_FAILED',
      reason: expect.stringContaining('not empty') as string,
    });
  });

  it('knows which policies retain', () => {
    expect((['Delete', 'Retain', 'RetainExceptOnCreate', 'Snapshot'] as const).map(isRetained)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
