import { Stack } from '../../../../lib/testing/cloudformation/stack.js';

const newStack = (serial = 1): Stack => {
  let seconds = 0;
  const timestamp = (): string => new Date(1_000 * (seconds += 1)).toISOString();
  return new Stack({ account: '123456789012', region: 'us-east-1', name: 'site', serial }, timestamp);
};

describe('Stack', () => {
  it('starts empty, put down for review', () => {
    const stack = newStack();
    expect(stack.status).toBe('REVIEW_IN_PROGRESS');
    expect(stack.id).toMatch(/^arn:aws:cloudformation:us-east-1:123456789012:stack\/site\/[0-9a-f-]{36}$/);
    expect(stack.events).toEqual([]);
  });

  it('has an id of its own, even when the name is taken again', () => {
    expect(newStack(1).id).not.toBe(newStack(2).id);
  });

  it('tells its events newest first, with the operation’s token', () => {
    const stack = newStack();
    stack.token = 'abc';
    stack.enter('CREATE_IN_PROGRESS', 'User Initiated');
    stack.record({ logicalId: 'Queue', physicalId: 'q', type: 'AWS::SQS::Queue' }, 'CREATE_FAILED', 'no');
    expect(
      stack.events.map(({ logicalId, status, reason, token }) => [logicalId, status, reason, token]),
    ).toEqual([
      ['Queue', 'CREATE_FAILED', 'no', 'abc'],
      ['site', 'CREATE_IN_PROGRESS', 'User Initiated', 'abc'],
    ]);
    expect(new Set(stack.events.map((event) => event.id)).size).toBe(2);
  });
});
