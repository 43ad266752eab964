import { decideConditions } from '../../../../lib/testing/cloudformation/decided-template.js';
import { stackScope } from '../../../../lib/testing/cloudformation/stack-scope.js';
import { BUCKET, QUEUE, testAccount, type TemplateParts } from './support.js';

describe('decideConditions', () => {
  it('keeps what the conditions let in, and the branch that they choose', () => {
    const account = testAccount();
    const stack = account.addStack('site', 'us-east-1');
    const template: TemplateParts = {
      Conditions: { Yes: { 'Fn::Equals': ['a', 'a'] }, No: { 'Fn::Equals': ['a', 'b'] } },
      Resources: {
        In: {
          ...BUCKET,
          Condition: 'Yes',
          Properties: {
            Tags: [{ 'Fn::If': ['No', { Ref: 'X' }, { Key: { 'Fn::If': ['Yes', 'k', 'l'] } }] }],
          },
        },
        Out: { ...QUEUE, Condition: 'No' },
      },
      Outputs: { In: { Value: { 'Fn::If': ['Yes', 'one', 'two'] } }, Out: { Value: 'x', Condition: 'No' } },
    };
    const decided = decideConditions(template, stackScope(account, stack, { template, parameters: {} }));
    expect(Object.keys(decided.Resources)).toEqual(['In']);
    expect(decided.Resources.In?.Properties).toEqual({ Tags: [{ Key: 'k' }] });
    expect(decided.Outputs).toEqual({ In: { Value: 'one' } });
  });
});
