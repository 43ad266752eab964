import { unless, unread } from '../conclude.js';
import { isUnresolved, type DistributionFact, type Facts } from '../facts.js';
import { breached, met, type Finding, type Rule } from '../rule.js';
import { eachDistribution } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** The stack says on which tier of AWS Shield it relies; the paid one protects what it is paid for. */
export const shield: Rule<NoParams> = {
  id: 'shield',
  how: 'rule.shield.how',
  reads: ['shield', 'distributions', 'workers', 'network'],
  params: noParams,
  evaluate: (facts, context) =>
    eachDistribution(facts, context, (distribution) => judge(distribution, facts)),
};

function judge({ resource }: DistributionFact, facts: Facts): Finding {
  const tier = facts.shield.stated.find((statement) => statement.resource === resource)?.tier;
  if (isUnresolved(tier)) return unread(tier, resource);
  if (tier === 'standard') return met({ text: 'rule.shield.standard', resource });
  if (tier !== 'advanced') return breached({ text: 'rule.shield.not-stated', resource });
  const toProtect = [resource, ...fixedAddresses(facts)];
  return unless(
    toProtect.flatMap((target) => protectionOf(target, facts)),
    met({ text: 'rule.shield.advanced', params: { count: toProtect.length }, resource }),
  );
}

function fixedAddresses({ workers }: Facts): string[] {
  const exits = workers.flatMap(({ egress }) => (isUnresolved(egress) ? [] : egress));
  return exits.filter(({ kind }) => kind === 'elastic-ip').map(({ resource }) => resource);
}

function protectionOf(target: string, facts: Facts): Finding[] {
  const { protections } = facts.shield;
  if (protections.some(({ protects }) => protects === target)) return [];
  const hole = protections.find(({ protects }) => isUnresolved(protects));
  if (hole !== undefined && isUnresolved(hole.protects)) return [unread(hole.protects, hole.resource)];
  return [breached({ text: 'rule.shield.unprotected', resource: target })];
}
