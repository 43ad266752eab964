import { unread } from '../conclude.js';
import { nameCovers } from '../domain-name.js';
import { isUnresolved, type Fact } from '../facts.js';
import { breached, met, type Finding, type Rule } from '../rule.js';
import { eachSite } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** The site answers to its public name, over HTTPS. */
export const publicAddressName: Rule<NoParams> = {
  id: 'public-address-name',
  how: 'rule.public-address-name.how',
  reads: ['distributions', 'webServers', 'webServers.names'],
  params: noParams,
  evaluate: (facts, context) => {
    const { domain } = context;
    return eachSite(facts, context, {
      distribution: ({ aliases, resource }) => judgeNames(aliases, domain, resource),
      webServer: ({ domains, tlsPort, resource }) => {
        if (isUnresolved(tlsPort)) return unread(tlsPort, resource);
        if (tlsPort === undefined) return breached({ text: 'rule.public-address-name.no-https', resource });
        return judgeNames(domains, domain, resource);
      },
    });
  },
};

function judgeNames(names: readonly Fact<string>[], domain: string, resource: string): Finding {
  if (names.some((name) => nameCovers(name, domain))) {
    return met({ text: 'rule.public-address-name.met', params: { domain }, resource });
  }
  const hole = names.find(isUnresolved);
  return hole === undefined
    ? breached({ text: 'rule.public-address-name.other', params: { domain }, resource })
    : unread(hole, resource);
}
