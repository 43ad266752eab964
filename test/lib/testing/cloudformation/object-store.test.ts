import { type ObjectStore } from '../../../../lib/testing/cloudformation/object-store.js';
import { BUCKET, deploy, testAccount } from './support.js';

describe('ObjectStore', () => {
  const account = testAccount();
  const store: ObjectStore = account.objects;
  deploy(account, { Resources: { Bucket: { ...BUCKET, Properties: { BucketName: 'assets' } } } });

  it('keeps objects in the buckets that stacks made', () => {
    store.put('assets', 'b/2.zip', Buffer.from('two'));
    store.put('assets', 'a/1.zip', Buffer.from('one'));
    expect(store.get('assets', 'a/1.zip').toString()).toBe('one');
    expect(store.list('assets', '')).toEqual(['a/1.zip', 'b/2.zip']);
    expect(store.list('assets', 'b/')).toEqual(['b/2.zip']);
    expect([store.has('assets', 'b/2.zip'), store.has('assets', 'b/2'), store.has('none', 'x')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('knows no other bucket and no other key', () => {
    expect(() => store.put('elsewhere', 'key', Buffer.from(''))).toThrow(
      expect.objectContaining({ code: 'NoSuchBucket', status: 404 }) as Error,
    );
    expect(() => store.get('assets', 'missing')).toThrow(
      expect.objectContaining({ code: 'NoSuchKey', status: 404 }) as Error,
    );
  });
});
