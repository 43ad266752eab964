import { createChangeSet } from '../../../../lib/testing/cloudformation/change-set.js';
import { executeChangeSet } from '../../../../lib/testing/cloudformation/deployment.js';
import type { ResourceTemplate } from '../../../../lib/testing/cloudformation/template.js';
import { BUCKET, deploy, history, QUEUE, requestOf, testAccount, type TemplateParts } from './support.js';

const retained: ResourceTemplate = { ...BUCKET, DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' };
const queue = (properties: NonNullable<ResourceTemplate['Properties']>): ResourceTemplate => ({
  ...QUEUE,
  Properties: properties,
});
const parameter = (properties: NonNullable<ResourceTemplate['Properties']>): ResourceTemplate => ({
  Type: 'AWS::SSM::Parameter',
  Properties: { Type: 'String', ...properties },
});

describe('executeChangeSet', () => {
  describe('of a new stack', () => {
    it('makes the resources in order, resolves what they refer to, and gives the outputs', () => {
      const account = testAccount();
      const stack = deploy(account, {
        Resources: {
          Pointer: parameter({ Value: { 'Fn::GetAtt': ['Queue', 'Arn'] } }),
          Queue: queue({ QueueName: 'dead' }),
        },
        Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Queue', 'Arn'] }, Description: 'its name' } },
      });
      const arn = 'arn:aws:sqs:us-east-1:123456789012:dead';
      expect(stack.status).toBe('CREATE_COMPLETE');
      expect([...stack.resources.keys()]).toEqual(['Queue', 'Pointer']);
      expect(stack.resources.get('Pointer')?.properties).toEqual({ Type: 'String', Value: arn });
      expect(stack.content.outputs).toEqual([
        { key: 'Arn', value: arn, description: 'its name', exportName: undefined },
      ]);
      expect(history(stack, 'Queue')).toEqual(['CREATE_IN_PROGRESS', 'CREATE_COMPLETE']);
      expect(history(stack, 'site')).toEqual(['CREATE_IN_PROGRESS', 'CREATE_COMPLETE']);
    });

    it('makes only what the conditions let in', () => {
      const Conditions = { No: { 'Fn::Equals': ['a', 'b'] } };
      const stack = deploy(testAccount(), {
        Conditions,
        Resources: { In: BUCKET, Out: { ...QUEUE, Condition: 'No' } },
      });
      expect([...stack.resources.keys()]).toEqual(['In']);
    });

    it('takes everything back when a resource fails, and says which and why', () => {
      const account = testAccount();
      account.failingTypes.add('AWS::SQS::Queue');
      const stack = deploy(account, {
        Resources: { Bucket: BUCKET, Queue: { ...QUEUE, DependsOn: 'Bucket' } },
      });
      expect(stack.status).toBe('ROLLBACK_COMPLETE');
      expect(stack.resources.size).toBe(0);
      expect(account.inventory.find('AWS::S3::Bucket', () => true)).toBeUndefined();
      expect(account.inventory.retained()).toEqual([]);
      expect(history(stack, 'Bucket')).toEqual([
        'CREATE_IN_PROGRESS',
        'CREATE_COMPLETE',
        'DELETE_IN_PROGRESS',
        'DELETE_COMPLETE',
      ]);
      expect(history(stack, 'Queue')).toEqual(['CREATE_IN_PROGRESS', 'CREATE_FAILED']);
      expect(stack.events.find((event) => event.status === 'ROLLBACK_IN_PROGRESS')?.reason).toBe(
        'The following resource(s) failed to create: [Queue]. The stand-in was told to fail AWS::SQS::Queue',
      );
    });

    it('leaves a Retain resource behind when it takes a creation back, but not a RetainExceptOnCreate one', () => {
      const account = testAccount();
      account.failingTypes.add('AWS::SQS::Queue');
      const stack = deploy(account, {
        Resources: {
          Kept: retained,
          Dropped: { ...BUCKET, DeletionPolicy: 'RetainExceptOnCreate' },
          Queue: { ...QUEUE, DependsOn: ['Kept', 'Dropped'] },
        },
      });
      expect(account.inventory.retained().map(({ logicalId }) => logicalId)).toEqual(['Kept']);
      expect(history(stack, 'Kept')).toContain('DELETE_SKIPPED');
      expect(history(stack, 'Dropped')).toContain('DELETE_COMPLETE');
    });

    it('rolls back when an output cannot be resolved', () => {
      const account = testAccount();
      const stack = deploy(account, {
        Resources: { Queue: QUEUE },
        Outputs: { Bad: { Value: { 'Fn::ImportValue': 'nobody' } } },
      });
      expect(stack.status).toBe('ROLLBACK_COMPLETE');
      expect(account.inventory.find('AWS::SQS::Queue', () => true)).toBeUndefined();
    });

    it('refuses a name that a retained resource still has', () => {
      const account = testAccount();
      const named = { ...retained, Properties: { BucketName: 'prep' } };
      deploy(account, { Resources: { Bucket: named, Queue: QUEUE } });
      deploy(account, { Resources: { Queue: QUEUE } });
      const stack = deploy(account, { Resources: { Bucket: named, Queue: QUEUE } });
      expect(stack.status).toBe('UPDATE_ROLLBACK_COMPLETE');
      expect(stack.events.find((event) => event.status === 'CREATE_FAILED')?.reason).toMatch(
        /'prep' already exists/,
      );
    });
  });

  describe('of a stack that exists', () => {
    const before: TemplateParts = {
      Resources: {
        Queue: queue({ VisibilityTimeout: 30 }),
        Pointer: parameter({ Name: '/q', Value: { Ref: 'Queue' } }),
      },
      Outputs: { Url: { Value: { Ref: 'Queue' } } },
    };

    it('changes what changes in place, and nothing else', () => {
      const account = testAccount();
      const stack = deploy(account, before);
      const made = stack.resources.get('Queue');
      const after = {
        ...before,
        Resources: { ...before.Resources, Queue: queue({ VisibilityTimeout: 60 }) },
      };
      deploy(account, after);
      expect(stack.status).toBe('UPDATE_COMPLETE');
      expect(stack.resources.get('Queue')).toMatchObject({
        physicalId: made?.physicalId,
        properties: { VisibilityTimeout: 60 },
      });
      expect(history(stack, 'Pointer')).toEqual(['CREATE_IN_PROGRESS', 'CREATE_COMPLETE']);
    });

    it('makes a resource anew where it must, points the others at the new one, and removes the old', () => {
      const account = testAccount();
      const stack = deploy(account, before);
      const old = stack.resources.get('Queue');
      deploy(account, {
        ...before,
        Resources: { ...before.Resources, Queue: queue({ VisibilityTimeout: 30, FifoQueue: true }) },
      });
      const made = stack.resources.get('Queue');
      expect(made?.physicalId).not.toBe(old?.physicalId);
      expect(stack.resources.get('Pointer')?.properties.Value).toBe(made?.physicalId);
      expect(stack.content.outputs[0]?.value).toBe(made?.physicalId);
      expect(
        account.inventory.find('AWS::SQS::Queue', ({ physicalId }) => physicalId === old?.physicalId),
      ).toBeUndefined();
      expect(history(stack, 'site').slice(-3)).toEqual([
        'UPDATE_IN_PROGRESS',
        'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
        'UPDATE_COMPLETE',
      ]);
    });

    it('leaves the old one behind where UpdateReplacePolicy says so', () => {
      const account = testAccount();
      const stack = deploy(account, {
        Resources: { Bucket: { ...retained, Properties: { BucketName: 'old' } } },
      });
      deploy(account, { Resources: { Bucket: { ...retained, Properties: { BucketName: 'new' } } } });
      expect(stack.resources.get('Bucket')?.physicalId).toBe('new');
      expect(account.inventory.retained().map(({ physicalId }) => physicalId)).toEqual(['old']);
    });

    it('refuses to make a resource anew under the name that it has', () => {
      const account = testAccount();
      const named = (FifoQueue: boolean): TemplateParts => ({
        Resources: { Queue: queue({ QueueName: 'dead', FifoQueue }) },
      });
      deploy(account, named(false));
      const stack = deploy(account, named(true));
      expect(stack.status).toBe('UPDATE_ROLLBACK_COMPLETE');
      expect(stack.events.find((event) => event.status === 'UPDATE_FAILED')?.reason).toMatch(
        /cannot update a stack when a custom-named resource requires replacing. Rename .*dead and update the stack again/,
      );
    });

    it('removes what the template drops, unless its policy retains it', () => {
      const account = testAccount();
      const stack = deploy(account, { Resources: { Queue: QUEUE, Kept: retained, Dropped: BUCKET } });
      deploy(account, { Resources: { Queue: QUEUE } });
      expect([...stack.resources.keys()]).toEqual(['Queue']);
      expect(account.inventory.retained().map(({ logicalId }) => logicalId)).toEqual(['Kept']);
      expect(history(stack, 'Dropped').at(-1)).toBe('DELETE_COMPLETE');
      expect(history(stack, 'Kept').at(-1)).toBe('DELETE_SKIPPED');
    });

    it('follows the policy that the last template gave', () => {
      const account = testAccount();
      deploy(account, { Resources: { Queue: QUEUE, Bucket: BUCKET } });
      deploy(account, { Resources: { Queue: QUEUE, Bucket: retained } });
      deploy(account, { Resources: { Queue: QUEUE } });
      expect(account.inventory.retained().map(({ logicalId }) => logicalId)).toEqual(['Bucket']);
    });

    it('puts everything back as it was when a resource fails', () => {
      const account = testAccount();
      const stack = deploy(account, before);
      const content = stack.content;
      const resources = new Map(stack.resources);
      account.failingTypes.add('AWS::S3::Bucket');
      deploy(account, {
        Resources: {
          Queue: queue({ VisibilityTimeout: 60 }),
          Fresh: QUEUE,
          Pointer: parameter({ Name: '/renamed', Value: 'x' }),
          Bucket: { ...BUCKET, DependsOn: ['Queue', 'Fresh', 'Pointer'] },
        },
        Outputs: {},
      });
      expect(stack.status).toBe('UPDATE_ROLLBACK_COMPLETE');
      expect(stack.content).toBe(content);
      expect(stack.resources).toEqual(resources);
      const exists = (type: string, id?: string): unknown =>
        account.inventory.find(type, ({ physicalId }) => physicalId === id);
      expect(exists('AWS::SQS::Queue', resources.get('Queue')?.physicalId)).toEqual(resources.get('Queue'));
      expect(exists('AWS::SSM::Parameter', '/q')).toEqual(resources.get('Pointer'));
      expect(exists('AWS::SSM::Parameter', '/renamed')).toBeUndefined();
      expect(
        account.inventory.find('AWS::SQS::Queue', ({ logicalId }) => logicalId === 'Fresh'),
      ).toBeUndefined();
      expect(account.inventory.retained()).toEqual([]);
    });

    it('puts a changed policy back too', () => {
      const account = testAccount();
      const stack = deploy(account, { Resources: { Bucket: retained } });
      account.failingTypes.add('AWS::SQS::Queue');
      deploy(account, { Resources: { Bucket: BUCKET, Queue: { ...QUEUE, DependsOn: 'Bucket' } } });
      expect(stack.resources.get('Bucket')?.deletionPolicy).toBe('Retain');
      expect(account.inventory.find('AWS::S3::Bucket', () => true)?.deletionPolicy).toBe('Retain');
    });

    it('can be updated again after a rollback', () => {
      const account = testAccount();
      const stack = deploy(account, { Resources: { Queue: QUEUE } });
      account.failingTypes.add('AWS::S3::Bucket');
      deploy(account, { Resources: { Queue: QUEUE, Bucket: BUCKET } });
      account.failingTypes.clear();
      deploy(account, { Resources: { Queue: QUEUE, Bucket: BUCKET } });
      expect(stack.status).toBe('UPDATE_COMPLETE');
      expect([...stack.resources.keys()].sort()).toEqual(['Bucket', 'Queue']);
    });

    it('keeps going where a dropped bucket is not empty, and leaves the bucket', () => {
      const account = testAccount();
      const stack = deploy(account, {
        Resources: { Queue: QUEUE, Bucket: { ...BUCKET, Properties: { BucketName: 'prep' } } },
      });
      account.objects.put('prep', 'index.html', Buffer.from('x'));
      deploy(account, { Resources: { Queue: QUEUE } });
      expect(stack.status).toBe('UPDATE_COMPLETE');
      expect(history(stack, 'Bucket').at(-1)).toBe('DELETE_FAILED');
      expect(account.inventory.retained().map(({ physicalId }) => physicalId)).toEqual(['prep']);
    });
  });

  it('cannot be done twice, nor where nothing would change', () => {
    const account = testAccount();
    const changeSet = createChangeSet(account, requestOf({ Resources: { Queue: QUEUE } }));
    executeChangeSet(account, changeSet, undefined);
    expect(account.changeSets.size).toBe(0);
    const empty = createChangeSet(account, requestOf({ Resources: { Queue: QUEUE } }, { type: 'UPDATE' }));
    expect(() => {
      executeChangeSet(account, empty, undefined);
    }).toThrow(/cannot be executed in its current status of \[FAILED\]/);
  });

  it('lets a fault of the stand-in itself through', () => {
    const account = testAccount();
    const changeSet = createChangeSet(account, requestOf({ Resources: { Queue: QUEUE } }));
    jest.spyOn(account.provider, 'create').mockImplementation(() => {
      throw new TypeError('a defect');
    });
    expect(() => {
      executeChangeSet(account, changeSet, undefined);
    }).toThrow(TypeError);
  });
});
