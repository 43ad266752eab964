import { createChangeSet } from '../../../../lib/testing/cloudformation/change-set.js';
import { deleteStack } from '../../../../lib/testing/cloudformation/stack-deletion.js';
import { BUCKET, deploy, QUEUE, requestOf, testAccount } from './support.js';

const template = { Resources: { Queue: QUEUE } };

describe('createChangeSet', () => {
  it('puts a new stack down for review, and makes nothing yet', () => {
    const account = testAccount();
    const changeSet = createChangeSet(account, requestOf(template));
    expect(changeSet).toMatchObject({ executable: true, changes: [{ action: 'Add', logicalId: 'Queue' }] });
    expect(changeSet.stack.status).toBe('REVIEW_IN_PROGRESS');
    expect(account.inventory.find('AWS::SQS::Queue', () => true)).toBeUndefined();
  });

  it('cannot be carried out where nothing would change', () => {
    const account = testAccount();
    deploy(account, template);
    expect(createChangeSet(account, requestOf(template, { type: 'UPDATE' }))).toMatchObject({
      executable: false,
      changes: [],
    });
  });

  it.each([
    ['an output', { ...template, Outputs: { Name: { Value: 'x' } } }, {}],
    ['a tag', template, { tags: { owner: 'me' } }],
    [
      'a parameter',
      { ...template, Parameters: { Stage: { Type: 'String' } } },
      { parameters: [{ key: 'Stage', value: 'x', usePrevious: false }] },
    ],
  ])('counts %s as a change', (_what, changed, request) => {
    const account = testAccount();
    deploy(account, template);
    expect(createChangeSet(account, requestOf(changed, { type: 'UPDATE', ...request })).executable).toBe(
      true,
    );
  });

  it('refuses to update what does not exist, and to create what does', () => {
    const account = testAccount();
    expect(() => createChangeSet(account, requestOf(template, { type: 'UPDATE' }))).toThrow(
      'Stack [site] does not exist',
    );
    deploy(account, template);
    expect(() => createChangeSet(account, requestOf(template))).toThrow(
      'Stack [site] already exists and cannot be created again with the changeSet [changes].',
    );
  });

  it('refuses to update a stack whose creation was rolled back', () => {
    const account = testAccount();
    account.failingTypes.add('AWS::SQS::Queue');
    const stack = deploy(account, template);
    expect(() => createChangeSet(account, requestOf(template, { type: 'UPDATE' }))).toThrow(
      `Stack:${stack.id} is in ROLLBACK_COMPLETE state and can not be updated.`,
    );
    deleteStack(account, stack, undefined);
    account.failingTypes.clear();
    expect(deploy(account, template).status).toBe('CREATE_COMPLETE');
  });

  it('keeps the parameters that a request leaves to the stack', () => {
    const account = testAccount();
    const withParameter = { ...template, Parameters: { Stage: { Type: 'String' } } };
    deploy(account, withParameter, { parameters: [{ key: 'Stage', value: 'prod', usePrevious: false }] });
    const next = { ...withParameter, Resources: { Queue: QUEUE, Bucket: BUCKET } };
    const parameters = [{ key: 'Stage', value: undefined, usePrevious: true }];
    expect(
      createChangeSet(account, requestOf(next, { type: 'UPDATE', parameters })).proposed.parameters.Stage
        ?.given,
    ).toBe('prod');
  });
});
