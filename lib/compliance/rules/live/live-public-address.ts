import { isReservedAddress } from '../../../reserved-addresses.js';
import { breached, met, type Rule } from '../../rule.js';
import { noParams, type NoParams } from '../no-params.js';
import { eachLiveHost, ifMeasured } from './measured.js';

/** Every host has an address of the public Internet. */
export const livePublicAddress: Rule<NoParams> = {
  id: 'live-public-address',
  how: 'rule.live-public-address.how',
  reads: ['live'],
  params: noParams,
  evaluate: (facts) =>
    eachLiveHost(facts, ({ addresses, name }) =>
      ifMeasured(addresses, 'addresses', name, (list, at) => {
        const reserved = list.filter(isReservedAddress);
        return reserved.length > 0
          ? breached({
              text: 'rule.live-public-address.reserved',
              params: { addresses: reserved.join(', '), at },
              resource: name,
            })
          : met({
              text: 'rule.live-public-address.public',
              params: { addresses: list.join(', '), at },
              resource: name,
            });
      }),
    ),
};
