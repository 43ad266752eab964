import { ssmValue } from '../../../../lib/testing/cloudformation/ssm-value.js';
import { deploy, testAccount } from './support.js';

describe('ssmValue', () => {
  it('reads what a stack of the region has made', () => {
    const account = testAccount();
    deploy(account, {
      Resources: {
        P: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/cdk/version', Type: 'String', Value: '33' } },
      },
    });
    expect(ssmValue(account, '/cdk/version', 'us-east-1')).toBe('33');
    expect(ssmValue(account, '/cdk/version', 'mx-central-1')).toBeUndefined();
    expect(ssmValue(account, '/cdk/other', 'us-east-1')).toBeUndefined();
  });
});
