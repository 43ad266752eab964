import { all, unless, unread } from '../conclude.js';
import { isUnresolved, type Facts, type GrantFact, type WorkerFact } from '../facts.js';
import { allows, matchesAction } from '../grants.js';
import { breached, met, type Finding, type Rule } from '../rule.js';
import { eachWorker } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

const READ = 'secretsmanager:GetSecretValue';
const READS = [READ, 'secretsmanager:BatchGetSecretValue'];
/** Changing what any role may do is to have every permission. */
const RISES = ['Add', 'Attach', 'Create', 'Put', 'Set', 'Update', 'Upload'].map((verb) => `iam:${verb}*`);
/** The role that is handed over or taken may do what this one may not. */
const HANDS_OVER = ['iam:PassRole', 'sts:AssumeRole*'];
const NETWORK_INTERFACE =
  /^ec2:(?:(?:Create|Describe|Delete)NetworkInterfaces?|(?:Una|A)ssignPrivateIpAddresses|DescribeSubnets)$/i;
/** Writing records gives no power over anything, and AWS takes no narrower target for most of it. */
const HARMLESS = /^(?:logs:(?:Create|Put|Describe)|xray:Put|xray:GetSampling|cloudwatch:PutMetricData$)/i;

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
      ...own.flatMap((secret) => otherReaders(secret, facts)),
      ...grants.filter(({ denies }) => denies !== true).flatMap((grant) => excess(grant, own)),
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

function otherReaders(secret: string, { secrets }: Facts): Finding[] {
  const readers = secrets.flatMap(({ resource, readers: others }) =>
    resource === secret ? (others ?? []) : [],
  );
  return readers.map((reader) => {
    if (isUnresolved(reader)) return unread(reader, secret);
    return breached({ text: 'rule.safe-credentials.reader', params: { reader }, resource: secret });
  });
}

/** More than the worker needs. */
function excess({ resource, action, target, unsure }: GrantFact, own: readonly string[]): Finding[] {
  if (isUnresolved(action)) return [unread(action, resource)];
  if (unsure === 'Effect') return [unread({ unresolved: unsure }, resource)];
  if (/[*?]/.test(action))
    return [breached({ text: 'rule.safe-credentials.wildcard', params: { action }, resource })];
  if (/^[\w-]+:(?:Batch)?Delete/i.test(action) && !isNetworkInterface(action)) {
    return [breached({ text: 'rule.safe-credentials.delete', params: { action }, resource })];
  }
  if (!READS.some((read) => matchesAction(action, read))) return power(resource, action, target);
  if (isUnresolved(target)) return [unread(target, resource)];
  return own.includes(target)
    ? []
    : [breached({ text: 'rule.safe-credentials.other', params: { target }, resource })];
}

/** What leads to other powers: to change or take roles anywhere, or to act on everything. */
function power(resource: string, action: string, target: GrantFact['target']): Finding[] {
  const rises = RISES.some((one) => matchesAction(action, one));
  const onAll = target === '*' || (isUnresolved(target) && target.unresolved === 'NotResource');
  const finding = breached({ text: 'rule.safe-credentials.power', params: { action }, resource });
  if (rises) return [finding];
  if (HANDS_OVER.some((one) => matchesAction(action, one))) {
    return onAll ? [finding] : [unread({ unresolved: action }, resource)];
  }
  return onAll && !isHarmless(action) ? [finding] : [];
}

/** Lambda itself needs these, on any target, for a function in a VPC. */
function isNetworkInterface(action: string): boolean {
  return NETWORK_INTERFACE.test(action);
}

function isHarmless(action: string): boolean {
  return isNetworkInterface(action) || HARMLESS.test(action);
}
