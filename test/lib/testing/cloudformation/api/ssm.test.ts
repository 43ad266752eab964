import { getParameter } from '../../../../../lib/testing/cloudformation/api/ssm.js';
import { deploy, testAccount } from '../support.js';

describe('getParameter', () => {
  const account = testAccount();
  const Properties = { Name: '/cdk/version', Type: 'String', Value: '33' };
  deploy(account, { Resources: { Version: { Type: 'AWS::SSM::Parameter', Properties } } });

  it('gives what a stack of the region made', () => {
    expect(getParameter(account, 'us-east-1', { Name: '/cdk/version' })).toMatchObject({
      Parameter: { Name: '/cdk/version', Value: '33' },
    });
  });

  it('knows nothing of other regions', () => {
    expect(() => getParameter(account, 'mx-central-1', { Name: '/cdk/version' })).toThrow(
      expect.objectContaining({ code: 'ParameterNotFound' }) as Error,
    );
  });
});
