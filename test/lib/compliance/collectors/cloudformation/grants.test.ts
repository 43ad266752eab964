import { readGrants } from '../../../../../lib/compliance/collectors/cloudformation/grants.js';
import { att, IF, ref, resource, stack } from './stack.js';

type Resources = Parameters<typeof stack>[0];

const READ = { Effect: 'Allow', Action: 's3:GetObject', Resource: { 'Fn::Sub': '${B.Arn}/*' } };
const EXPECTED = { action: 's3:GetObject', target: 'site/B' };

describe('readGrants', () => {
  test('reads the policies inside the role', () => {
    const role = resource('AWS::IAM::Role', { Policies: [{ PolicyDocument: { Statement: [READ] } }] });
    expect(grants({ Role: role })).toEqual([{ resource: 'site/Role', ...EXPECTED }]);
  });

  test.each([
    ['AWS::IAM::Policy', { Roles: [ref('Role')] }],
    ['AWS::IAM::ManagedPolicy', { Roles: [ref('Role')] }],
    ['AWS::IAM::RolePolicy', { RoleName: ref('Role') }],
    ['AWS::IAM::RolePolicy', { RoleName: 'named' }],
  ])('reads an %s that is attached by %j', (type, attachment) => {
    const policy = resource(type, { ...attachment, PolicyDocument: { Statement: READ } });
    expect(grants({ P: policy })).toEqual([{ resource: 'site/P', ...EXPECTED }]);
  });

  test('reports a policy of a role that only a deploy knows', () => {
    const assembly = stack({
      F: resource('AWS::Lambda::Function', { Role: att('Role') }),
      Role: resource('AWS::IAM::Role'),
      P: resource('AWS::IAM::Policy', { Roles: [IF], PolicyDocument: { Statement: [READ] } }),
    });
    expect(readGrants(assembly.resources[0]!, assembly)).toEqual([]);
    expect(assembly.gaps).toMatchObject([{ area: 'grants', resource: 'site/P' }]);
  });

  test('gives one grant for each action on each target', () => {
    const statement = { Effect: 'Allow', Action: ['a:X', 'a:Y'], Resource: [att('B'), '*'] };
    expect(grants({ P: policy(statement) })).toHaveLength(4);
  });

  test('tells what is denied, and what may have no effect', () => {
    const expected = { resource: 'site/P', ...EXPECTED };
    expect(grants({ P: policy({ ...READ, Effect: 'Deny' }) })).toEqual([{ ...expected, denies: true }]);
    expect(grants({ P: policy({ ...READ, Effect: IF }) })).toEqual([{ ...expected, unsure: 'Effect' }]);
    expect(grants({ P: policy({ ...READ, Condition: { Bool: {} } }) })).toEqual([
      { ...expected, unsure: 'Condition' },
    ]);
  });

  test('takes a boundary for a denial of who knows what', () => {
    const role = resource('AWS::IAM::Role', { PermissionsBoundary: 'arn:aws:iam::1:policy/x' });
    expect(grants({ Role: role })).toMatchObject([
      { denies: true, action: { unresolved: expect.any(String) } },
    ]);
  });

  test('leaves out policies of other roles', () => {
    const other = resource('AWS::IAM::Policy', {
      Roles: [ref('Other')],
      PolicyDocument: { Statement: [READ] },
    });
    expect(grants({ P: other })).toEqual([]);
  });

  test('does not guess actions and targets by exclusion, nor those of a deploy', () => {
    const unresolved = expect.any(String);
    expect(grants({ P: policy({ Effect: 'Allow', NotAction: 'a:X', Resource: '*' }) })).toMatchObject([
      { action: { unresolved } },
    ]);
    expect(grants({ P: policy({ Effect: 'Allow', Action: 'a:X', NotResource: att('B') }) })).toMatchObject([
      { target: { unresolved } },
    ]);
    expect(grants({ P: policy({ Effect: 'Allow', Action: ['a:X'], Resource: ['${x}', IF] }) })).toMatchObject(
      [
        { action: 'a:X', target: '${x}' },
        { action: 'a:X', target: { unresolved } },
      ],
    );
  });

  test("knows what AWS's policies for functions allow, and no others", () => {
    const arn = (name: string) => ({ 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/${name}` });
    const withManaged = (name: string) =>
      grants({ Role: resource('AWS::IAM::Role', { ManagedPolicyArns: [arn(name)] }) });
    expect(withManaged('service-role/AWSLambdaVPCAccessExecutionRole')).toContainEqual({
      resource: 'site/Role',
      action: 'ec2:DeleteNetworkInterface',
      target: '*',
    });
    expect(withManaged('service-role/AWSLambdaENIManagementAccess')).toHaveLength(5);
    expect(withManaged('constructor')).toMatchObject([{ action: { unresolved: expect.any(String) } }]);
    expect(withManaged('AdministratorAccess')).toMatchObject([
      { action: { unresolved: expect.any(String) }, target: '*' },
    ]);
  });

  test('reads a managed policy of the stack that the role names', () => {
    const role = resource('AWS::IAM::Role', { ManagedPolicyArns: [ref('P')] });
    const own = resource('AWS::IAM::ManagedPolicy', { PolicyDocument: { Statement: [READ] } });
    expect(grants({ Role: role, P: own })).toEqual([{ resource: 'site/P', ...EXPECTED }]);
  });

  test('has nothing of a role that is missing', () => {
    expect(grants({ Role: resource('AWS::SNS::Topic') })).toEqual([]);
  });

  test('knows nothing of a role outside the stacks', () => {
    const F = resource('AWS::Lambda::Function', { Role: 'arn:aws:iam::111111111111:role/x' });
    expect(grants({ F })).toEqual({ unresolved: 'Role: arn:aws:iam::111111111111:role/x' });
  });
});

function policy(...Statement: object[]) {
  return resource('AWS::IAM::Policy', { Roles: [ref('Role')], PolicyDocument: { Statement } });
}

function grants(resources: Resources) {
  const assembly = stack({
    F: resource('AWS::Lambda::Function', { Role: att('Role') }),
    Role: resource('AWS::IAM::Role', { RoleName: 'named' }),
    B: resource('AWS::S3::Bucket'),
    ...resources,
  });
  return readGrants(assembly.find('site/F', 'AWS::Lambda::Function')!, assembly);
}
