import type { Json } from '../../../../lib/testing/cloudformation/json.js';
import {
  resourceChanges,
  type ResourceChange,
} from '../../../../lib/testing/cloudformation/template-differences.js';
import { BUCKET, deploy, QUEUE, testAccount, type TemplateParts } from './support.js';

const queueOf = (properties: Record<string, Json>, rest: object = {}): TemplateParts['Resources'] => ({
  Queue: { ...QUEUE, Properties: properties, ...rest },
});

describe('resourceChanges', () => {
  const changesFrom = (before: TemplateParts, after: TemplateParts): ResourceChange[] => {
    const account = testAccount();
    const stack = deploy(account, before);
    return resourceChanges(account, stack, { template: after, parameters: {} });
  };
  const summary = (changes: ResourceChange[]): unknown[] =>
    changes.map(({ action, logicalId, replacement }) => [action, logicalId, replacement]);

  it('finds nothing where nothing changes', () => {
    const template = { Resources: queueOf({ VisibilityTimeout: 30 }) };
    expect(changesFrom(template, template)).toEqual([]);
  });

  it('tells additions and removals', () => {
    expect(summary(changesFrom({ Resources: { A: QUEUE } }, { Resources: { B: BUCKET } }))).toEqual([
      ['Add', 'B', undefined],
      ['Remove', 'A', undefined],
    ]);
  });

  it('tells a change in place from a replacement, property by property', () => {
    const before = { Resources: queueOf({ VisibilityTimeout: 30 }) };
    const inPlace = changesFrom(before, { Resources: queueOf({ VisibilityTimeout: 60 }) });
    expect(inPlace).toMatchObject([
      {
        action: 'Modify',
        replacement: 'False',
        properties: [{ name: 'VisibilityTimeout', replaces: false }],
      },
    ]);
    const anew = changesFrom(before, { Resources: queueOf({ VisibilityTimeout: 30, FifoQueue: true }) });
    expect(anew).toMatchObject([
      { action: 'Modify', replacement: 'True', properties: [{ name: 'FifoQueue', replaces: true }] },
    ]);
  });

  it('sees a policy or metadata change where no property does', () => {
    const before = { Resources: queueOf({}) };
    expect(summary(changesFrom(before, { Resources: queueOf({}, { DeletionPolicy: 'Retain' }) }))).toEqual([
      ['Modify', 'Queue', 'False'],
    ]);
    expect(summary(changesFrom(before, { Resources: queueOf({}, { Metadata: { a: 1 } }) }))).toEqual([
      ['Modify', 'Queue', 'False'],
    ]);
  });

  it('compares values, not words', () => {
    const before = { Resources: queueOf({ QueueName: 'site-dead' }) };
    expect(
      changesFrom(before, { Resources: queueOf({ QueueName: { 'Fn::Sub': '${AWS::StackName}-dead' } }) }),
    ).toEqual([]);
  });

  it('compares words where a value refers to what does not exist yet', () => {
    const after = { Resources: { ...queueOf({ RedrivePolicy: { to: { Ref: 'Dead' } } }), Dead: QUEUE } };
    expect(summary(changesFrom({ Resources: queueOf({}) }, after))).toEqual([
      ['Modify', 'Queue', 'False'],
      ['Add', 'Dead', undefined],
    ]);
  });

  it('takes a resource whose condition no longer holds for removed', () => {
    const after: TemplateParts = {
      Conditions: { No: { 'Fn::Equals': ['a', 'b'] } },
      Resources: queueOf({}, { Condition: 'No' }),
    };
    expect(summary(changesFrom({ Resources: queueOf({}) }, after))).toEqual([['Remove', 'Queue', undefined]]);
  });

  it('notices that the output behind a weak reference has changed', () => {
    const account = testAccount();
    const producer = (value: string): TemplateParts => ({
      Resources: { Q: QUEUE },
      Outputs: { Out: { Value: value } },
    });
    const weak = { 'Fn::GetStackOutput': { StackName: 'edge', OutputName: 'Out', Region: 'us-east-1' } };
    const consumer = { Resources: queueOf({ QueueName: weak }) };
    deploy(account, producer('one'), { stackName: 'edge' });
    const stack = deploy(account, consumer, { region: 'mx-central-1' });
    expect(resourceChanges(account, stack, { template: consumer, parameters: {} })).toEqual([]);
    deploy(account, producer('two'), { stackName: 'edge' });
    expect(summary(resourceChanges(account, stack, { template: consumer, parameters: {} }))).toEqual([
      ['Modify', 'Queue', 'True'],
    ]);
  });
});
