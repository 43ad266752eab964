import type { Account } from '../../../../lib/testing/cloudformation/account.js';
import { createChangeSet } from '../../../../lib/testing/cloudformation/change-set.js';
import type { ResourceTemplate } from '../../../../lib/testing/cloudformation/template.js';
import { BUCKET, deploy, QUEUE, requestOf, testAccount, type TemplateParts } from './support.js';

const ROLE: ResourceTemplate = { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } };

describe('checkTemplate', () => {
  const check = (
    template: TemplateParts,
    capabilities: string[] = [],
    account: Account = testAccount(),
  ): (() => unknown) => {
    return () => createChangeSet(account, requestOf(template, { capabilities }));
  };

  it.each<[string, TemplateParts, string]>([
    [
      'types that AWS does not publish',
      { Resources: { A: { Type: 'AWS::S3::Bukkit' } } },
      'Template format error: Unrecognized resource types: [AWS::S3::Bukkit]',
    ],
    [
      'references to nothing',
      { Resources: { A: { ...QUEUE, Properties: { QueueName: { Ref: 'B' } } } } },
      'Unresolved resource dependencies [B] in the Resources block of the template',
    ],
    [
      'dependencies on nothing',
      { Resources: { A: { ...QUEUE, DependsOn: ['B'] } } },
      'Unresolved resource dependencies [B] in the Resources block of the template',
    ],
    [
      'outputs of nothing',
      { Resources: { A: QUEUE }, Outputs: { O: { Value: { 'Fn::GetAtt': ['B', 'Arn'] } } } },
      'Unresolved resource dependencies [B] in the Outputs block of the template',
    ],
    [
      'resources that wait for each other',
      { Resources: { A: { ...QUEUE, DependsOn: 'B' }, B: { ...QUEUE, DependsOn: 'A' } } },
      'Circular dependency between resources: [A, B]',
    ],
  ])('refuses %s', (_fault, template, words) => {
    expect(check(template)).toThrow(words);
  });

  it('asks for the capability to make roles, and a greater one for named roles', () => {
    const named = { ...ROLE, Properties: { ...ROLE.Properties, RoleName: 'r' } };
    expect(check({ Resources: { ROLE } })).toThrow('Requires capabilities : [CAPABILITY_IAM]');
    expect(check({ Resources: { named } }, ['CAPABILITY_IAM'])).toThrow(
      'Requires capabilities : [CAPABILITY_NAMED_IAM]',
    );
    expect(check({ Resources: { ROLE } }, ['CAPABILITY_IAM'])).not.toThrow();
    expect(check({ Resources: { named } }, ['CAPABILITY_NAMED_IAM'])).not.toThrow();
  });

  it('holds the template to its own rules, where they apply', () => {
    const rule = (condition: boolean): TemplateParts => ({
      Resources: { A: QUEUE },
      Rules: {
        Version: {
          RuleCondition: { 'Fn::Equals': [condition, true] },
          Assertions: [{ Assert: { 'Fn::Contains': [['6'], '5'] }, AssertDescription: 'Too old.' }],
        },
      },
    });
    expect(check(rule(true))).toThrow('Template validation error: Rule Version: Too old.');
    expect(check(rule(false))).not.toThrow();
  });

  it('passes on all that the validator finds', () => {
    expect(check({ Resources: { A: QUEUE } }, [], testAccount(['E1 A', 'E2 B']))).toThrow('E1 A; E2 B');
  });

  it('refuses to turn a resource into one of another type', () => {
    const account = testAccount();
    deploy(account, { Resources: { A: QUEUE } });
    expect(() => deploy(account, { Resources: { A: BUCKET } })).toThrow(
      'Update of resource type is not permitted. The new template modifies resource type of the following resources: [A]',
    );
  });

  it('leaves no stack behind when the first template is refused', () => {
    const account = testAccount(['E1']);
    expect(check({ Resources: { A: QUEUE } }, [], account)).toThrow('E1');
    expect(account.liveStacks()).toEqual([]);
  });
});
