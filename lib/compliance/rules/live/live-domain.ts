import { unless } from '../../conclude.js';
import { breached, met, type Rule } from '../../rule.js';
import { noParams, type NoParams } from '../no-params.js';
import { eachLiveHost, ifLive, ifMeasured } from './measured.js';

/** DNS gives, for the site's name, the address of every host and no other. */
export const liveDomain: Rule<NoParams> = {
  id: 'live-domain',
  how: 'rule.live-domain.how',
  reads: ['live'],
  confirms: ['public-address-name'],
  params: noParams,
  evaluate: (facts, { domain }) =>
    ifLive(facts, (live) =>
      ifMeasured(live.domain, 'domain', domain, (named, at) => {
        const known = new Set(
          live.hosts.flatMap(({ addresses }) => ('value' in addresses ? addresses.value : [])),
        );
        const reached = eachLiveHost(facts, ({ addresses, name }) =>
          ifMeasured(addresses, 'addresses', name, (own) => {
            const params = { domain, addresses: named.join(', '), at };
            return own.some((address) => named.includes(address))
              ? met({ text: 'rule.live-domain.leads', params, resource: name })
              : breached({ text: 'rule.live-domain.elsewhere', params, resource: name });
          }),
        );
        const strange = named.filter((address) => !known.has(address));
        if (reached.outcome !== 'met' || strange.length === 0) return reached;
        const params = { domain, addresses: strange.join(', '), at };
        return unless([breached({ text: 'rule.live-domain.strange', params, resource: domain })], reached);
      }),
    ),
};
