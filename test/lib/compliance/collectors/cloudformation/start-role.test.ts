import { mayStart } from '../../../../../lib/compliance/collectors/cloudformation/start-role.js';
import { att, ref, resource, stack } from './stack.js';

describe('mayStart', () => {
  test.each([
    ['lambda:InvokeFunction', att('F'), true],
    ['lambda:Invoke*', '*', true],
    ['lambda:GetFunction', att('F'), false],
    ['lambda:InvokeFunction', att('Other'), false],
  ])('with %s on %j is %s', (Action, Resource, expected) => {
    expect(start({ Action, Resource })).toBe(expected);
  });

  test('is false without the role, and taken for granted where the role lies outside', () => {
    expect(start({}, att('Gone'))).toBe(false);
    expect(start({}, 'arn:aws:iam::111111111111:role/starter')).toBe(true);
  });

  test('reads a policy that is attached to the role', () => {
    expect(start({}, att('Bare'))).toBe(false);
    const Policy = resource('AWS::IAM::Policy', {
      Roles: [ref('Bare')],
      PolicyDocument: {
        Statement: [{ Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: att('F') }],
      },
    });
    expect(start({}, att('Bare'), { Policy })).toBe(true);
  });
});

function start(statement: object, RoleArn: unknown = att('Role'), more = {}): boolean {
  const Statement = [{ Effect: 'Allow', ...statement }];
  const assembly = stack({
    S: resource('AWS::Scheduler::Schedule', { Target: { Arn: att('F'), RoleArn } }),
    F: resource('AWS::Lambda::Function'),
    Role: resource('AWS::IAM::Role', { Policies: [{ PolicyDocument: { Statement } }] }),
    Bare: resource('AWS::IAM::Role'),
    ...more,
  });
  return mayStart(assembly.resources[0]!, 'site/F', assembly);
}
