import { isUnresolved, type Fact, type SecretFact } from '../../facts.js';
import { grantsAllow } from '../../grants.js';
import type { Assembly, Resource } from './assembly.js';
import { grantsIn, grantsOfRole } from './grants.js';
import { concerns } from './policy-statement.js';
import type { TemplateValue } from './template-value.js';
import { workerRoles } from './worker-roles.js';

const READS = ['secretsmanager:GetSecretValue', 'secretsmanager:BatchGetSecretValue'];

/** Every secret of AWS Secrets Manager, and who else than the worker may read it. */
export function collectSecrets(assembly: Assembly): SecretFact[] {
  const roles = otherRoles(assembly);
  return assembly.ofType('AWS::SecretsManager::Secret').map(({ id }) => ({
    resource: id,
    kind: 'secrets-manager',
    readers: [
      ...roles.flatMap(({ role, grants }) => readerOf(role, grantsAllow(grants, READS, id))),
      ...policyReaders(id, assembly),
    ],
  }));
}

function otherRoles(assembly: Assembly) {
  const workers = workerRoles(assembly);
  const roles = assembly.ofType('AWS::IAM::Role').filter(({ id }) => !workers.has(id));
  const users = ['AWS::IAM::User', 'AWS::IAM::Group'].flatMap((type) => assembly.ofType(type));
  return [
    ...[...roles, ...users].map((role) => ({ role: role.id, grants: grantsOfRole(role, assembly) })),
    // A policy for users or groups has no role to be found by.
    ...['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'].flatMap((type) =>
      assembly
        .ofType(type)
        .filter(({ properties }) => !(properties.get('Users').isAbsent && properties.get('Groups').isAbsent))
        .map(({ id, properties }) => ({
          role: id,
          grants: grantsIn(id, properties.get('PolicyDocument'), assembly),
        })),
    ),
  ];
}

function readerOf(role: string, allowed: Fact<boolean>): Fact<string>[] {
  if (isUnresolved(allowed)) return [{ unresolved: role }];
  return allowed ? [role] : [];
}

function policyReaders(secret: string, assembly: Assembly): Fact<string>[] {
  return assembly.ofType('AWS::SecretsManager::ResourcePolicy').flatMap((policy): Fact<string>[] => {
    const target = policy.properties.get('SecretId').reference();
    if (isUnresolved(target)) return [target];
    if (target !== secret) return [];
    return policy.properties
      .get('ResourcePolicy', 'Statement')
      .items()
      .flatMap((statement) => statementReaders(policy, statement, assembly));
  });
}

function statementReaders(policy: Resource, statement: TemplateValue, assembly: Assembly): Fact<string>[] {
  const effect = statement.get('Effect').text();
  if (effect === 'Deny' || !concerns(statement, READS) || isWorkers(statement, assembly)) return [];
  return [effect === 'Allow' ? policy.id : { unresolved: `${policy.id}: Effect` }];
}

function isWorkers(statement: TemplateValue, assembly: Assembly): boolean {
  const principals = statement.get('Principal');
  const named = principals.entries();
  const roles = principals.get('AWS').items();
  return (
    named.length === 1 &&
    roles.length > 0 &&
    roles.every((role) => workerRoles(assembly).has(role.reference()))
  );
}
