import { assumeRole, getCallerIdentity } from '../../../../../lib/testing/cloudformation/api/sts.js';
import { QueryRequest, type QueryObject } from '../../../../../lib/testing/cloudformation/query-protocol.js';
import { deploy, testAccount } from '../support.js';

describe('getCallerIdentity', () => {
  it('is always the same user of the one account', () => {
    expect(getCallerIdentity()).toMatchObject({ Account: '123456789012' });
  });
});

describe('assumeRole', () => {
  const account = testAccount();
  deploy(account, { Resources: { Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'deployer' } } } });
  const assume = (name: string): QueryObject => {
    const fields = { RoleArn: `arn:aws:iam::123456789012:role/${name}`, RoleSessionName: 'ci' };
    return assumeRole(account, new QueryRequest(new URLSearchParams(fields)));
  };

  it('lends the credentials of a role that exists, for longer than any test runs', () => {
    const { Credentials, AssumedRoleUser } = assume('deployer');
    expect(AssumedRoleUser).toMatchObject({ Arn: 'arn:aws:iam::123456789012:role/deployer/ci' });
    expect(Credentials).toMatchObject({ Expiration: '2999-12-31T23:59:59Z' });
  });

  it('refuses a role that does not', () => {
    expect(() => assume('nobody')).toThrow(
      expect.objectContaining({ code: 'AccessDenied', status: 403 }) as Error,
    );
  });
});
