import { collectSecrets } from '../../../../../lib/compliance/collectors/cloudformation/secrets.js';
import { att, IF, ref, resource, stack } from './stack.js';

const READ = { Effect: 'Allow', Action: 'secretsmanager:Get*', Resource: ref('S') };
const WORKER = {
  F: resource('AWS::Lambda::Function', {
    Role: att('Own'),
    Environment: { Variables: { DIFUSOR_SETTINGS: '{}' } },
  }),
  Own: resource('AWS::IAM::Role', { Policies: [{ PolicyDocument: { Statement: [READ] } }] }),
};

describe('collectSecrets', () => {
  test('finds the secrets of Secrets Manager, which only the worker reads', () => {
    expect(secrets({ P: resource('AWS::SSM::Parameter') })).toEqual([
      { resource: 'site/S', kind: 'secrets-manager', readers: [] },
    ]);
  });

  test('has every other role that may read one', () => {
    const role = resource('AWS::IAM::Role', { Policies: [{ PolicyDocument: { Statement: [READ] } }] });
    expect(secrets({ Other: role })[0]?.readers).toEqual(['site/Other']);
    const admin = resource('AWS::IAM::Role', { ManagedPolicyArns: [IF] });
    expect(secrets({ Other: admin })[0]?.readers).toEqual([{ unresolved: 'site/Other' }]);
  });

  test('has a policy of users', () => {
    const policy = resource('AWS::IAM::Policy', { Users: ['ana'], PolicyDocument: { Statement: [READ] } });
    expect(secrets({ P: policy })[0]?.readers).toEqual(['site/P']);
  });

  test.each([
    ['anyone', { Principal: '*' }, ['site/P']],
    ['another role', { Principal: { AWS: [att('Own'), att('Other')] } }, ['site/P']],
    ['the worker', { Principal: { AWS: att('Own') } }, []],
    ['nobody', { Principal: '*', Effect: 'Deny' }, []],
    ['who knows whom', { Principal: '*', Effect: IF }, [{ unresolved: 'site/P: Effect' }]],
  ])("reads a secret's own policy that lets in %s", (_name, statement, readers) => {
    const Statement = [{ Effect: 'Allow', Action: 'secretsmanager:*', Resource: '*', ...statement }];
    const policy = { SecretId: ref('S'), ResourcePolicy: { Statement } };
    const P = resource('AWS::SecretsManager::ResourcePolicy', policy);
    expect(secrets({ P })[0]?.readers).toEqual(readers);
  });
});

function secrets(resources: Parameters<typeof stack>[0]) {
  return collectSecrets(stack({ S: resource('AWS::SecretsManager::Secret'), ...WORKER, ...resources }));
}
