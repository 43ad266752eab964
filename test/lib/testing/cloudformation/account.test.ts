import { BUCKET, deploy, NOON, testAccount } from './support.js';

describe('Account', () => {
  it('finds a stack by name or id, in its region only', () => {
    const account = testAccount();
    const stack = account.addStack('site', 'us-east-1');
    expect(account.tryFindStack('site', 'us-east-1')).toBe(stack);
    expect(account.tryFindStack(stack.id, 'us-east-1')).toBe(stack);
    expect(account.tryFindStack('site', 'mx-central-1')).toBeUndefined();
    expect(() => account.findStack('site', 'mx-central-1')).toThrow('Stack with id site does not exist');
  });

  it('finds a deleted stack by its id alone', () => {
    const account = testAccount();
    const stack = account.addStack('site', 'us-east-1');
    stack.enter('DELETE_COMPLETE');
    expect(account.tryFindStack('site', 'us-east-1')).toBeUndefined();
    expect(account.tryFindStack(stack.id, 'us-east-1')).toBe(stack);
    expect(account.liveStacks()).toEqual([]);
  });

  it('finds exports within a region', () => {
    const account = testAccount();
    const Outputs = { Name: { Value: 'x', Export: { Name: 'site:Name' } } };
    const stack = deploy(account, { Resources: { Bucket: BUCKET }, Outputs });
    expect(account.findExport('site:Name', 'us-east-1')).toEqual({ stack, output: stack.content.outputs[0] });
    expect(account.findExport('site:Name', 'mx-central-1')).toBeUndefined();
    expect(account.findExport('site:Other', 'us-east-1')).toBeUndefined();
  });

  it('gives each event a millisecond of its own, however fast they come', () => {
    const account = testAccount();
    const stack = account.addStack('site', 'us-east-1');
    stack.enter('CREATE_IN_PROGRESS');
    stack.enter('CREATE_COMPLETE');
    const times = [...stack.events].reverse().map((event) => Date.parse(event.timestamp) - NOON.getTime());
    expect(times).toEqual([1, 2]);
  });
});
