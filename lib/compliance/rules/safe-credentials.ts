import { all, unless, unread } from '../conclude.js';
import { isUnresolved, type Facts, type GrantFact, type WorkerFact } from '../facts.js';
import { allows, matchesAction } from '../grants.js';
import { breached, met, type Finding, type Rule } from '../rule.js';
import { eachWorker } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

const READ = 'secretsmanager:GetSecretValue';

/** The credentials lie in Secrets Manager, one role reads just them, and no template carries a value. */
export const safeCredentials: Rule<NoParams> = {
  id: 'safe-credentials',
  how: 'rule.safe-credentials.how',
  reads: ['secrets', 'workers', 'grants', 'literalSecrets'],
  params: noParams,
  evaluate: (facts) =>
    all([
      ...facts.literalSecrets.map(({ resource, path }) =>
        breached({ text: 'rule.safe-credentials.literal', params: { path }, resource }),
      ),
      eachWorker(facts, (worker) => judge(worker, facts)),
    ]),
};

function judge(worker: WorkerFact, facts: Facts): Finding {
  const { resource, secrets, grants } = worker;
  if (secrets.length === 0) return breached({ text: 'rule.safe-credentials.none', resource });
  if (isUnresolved(grants)) return unread(grants, resource);
  const hole = secrets.find(isUnresolved);
  if (hole !== undefined) return unread(hole, resource);
  const own = secrets.flatMap((secret) => (isUnresolved(secret) ? [] : [secret]));
  return unless(
    [
      ...own.flatMap((secret) => [...misplaced(secret, resource, facts), ...unreadable(secret, worker)]),
      ...grants.flatMap((grant) => excess(grant, own)),
    ],
    met(...own.map((secret) => ({ text: 'rule.safe-credentials.met', resource: secret }) as const)),
  );
}

function misplaced(secret: string, worker: string, { secrets }: Facts): Finding[] {
  const found = secrets.some(({ resource, kind }) => resource === secret && kind === 'secrets-manager');
  if (found || secret.startsWith('arn:aws:secretsmanager:')) return [];
  return [breached({ text: 'rule.safe-credentials.missing', params: { secret }, resource: worker })];
}

function unreadable(secret: string, worker: WorkerFact): Finding[] {
  const allowed = allows(worker, [READ], secret);
  if (isUnresolved(allowed)) return [unread(allowed, worker.resource)];
  return allowed
    ? []
    : [breached({ text: 'rule.safe-credentials.no-grant', params: { secret }, resource: worker.resource })];
}

/** More than the worker needs. Lambda itself needs to delete network interfaces of a function in a VPC. */
function excess({ resource, action, target }: GrantFact, own: readonly string[]): Finding[] {
  if (isUnresolved(action)) return [unread(action, resource)];
  if (action.includes('*'))
    return [breached({ text: 'rule.safe-credentials.wildcard', params: { action }, resource })];
  if (/^(?!ec2:)[\w-]+:(?:Batch)?Delete/i.test(action)) {
    return [breached({ text: 'rule.safe-credentials.delete', params: { action }, resource })];
  }
  if (!matchesAction(action, READ)) return [];
  if (isUnresolved(target)) return [unread(target, resource)];
  return own.includes(target)
    ? []
    : [breached({ text: 'rule.safe-credentials.other', params: { target }, resource })];
}
