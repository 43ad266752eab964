import { unless, unread } from '../conclude.js';
import { isUnresolved } from '../facts.js';
import { breached, met, type Rule } from '../rule.js';
import { siteDistributions, siteWebServers } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** The site goes on where one of its servers is lost: two hosts or more serve it, or an edge in many places does. */
export const highAvailability: Rule<NoParams> = {
  id: 'high-availability',
  how: 'rule.high-availability.how',
  reads: ['hosts', 'webServers', 'distributions'],
  params: noParams,
  evaluate(facts, context) {
    const [edge] = siteDistributions(facts, context);
    if (edge !== undefined) return met({ text: 'rule.high-availability.edge', resource: edge.resource });
    const addresses = facts.hosts.map(({ address }) => address);
    const hole = addresses.find(isUnresolved);
    const hosts = new Set(addresses.filter((address) => typeof address === 'string'));
    const servers = siteWebServers(facts, context).length;
    if (hosts.size > 1 && servers > 1) {
      return met({ text: 'rule.high-availability.met', params: { count: hosts.size } });
    }
    const alone = breached({ text: 'rule.high-availability.alone' });
    return facts.hosts.length > 1 && hole !== undefined ? unless([unread(hole)], alone) : alone;
  },
};
