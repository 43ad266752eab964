import { unless, unread } from '../conclude.js';
import { isUnresolved, shown, type HostFact } from '../facts.js';
import { breached, met, type Finding, type Rule } from '../rule.js';
import { eachHost } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** Every host has a client of NTP with servers to ask, and its requests may leave by UDP 123. */
export const ntpClient: Rule<NoParams> = {
  id: 'ntp-client',
  how: 'rule.ntp-client.how',
  reads: ['hosts'],
  params: noParams,
  evaluate: (facts) => eachHost(facts, judge),
};

function judge({ ntp, perimeter, resource }: HostFact): Finding {
  if (ntp === undefined) return breached({ text: 'rule.ntp-client.none', resource });
  const { client, servers } = ntp;
  const out = perimeter?.ntpOut ?? true;
  const hole = [client, servers, out].find(isUnresolved);
  if (hole !== undefined) return unread(hole, resource);
  const names = isUnresolved(servers) ? [] : servers;
  return unless(
    [
      ...(names.length > 0 ? [] : [breached({ text: 'rule.ntp-client.no-servers', resource })]),
      ...(out === true ? [] : [breached({ text: 'rule.ntp-client.shut', resource })]),
    ],
    met({
      text: 'rule.ntp-client.met',
      params: { client: shown(client), servers: names.join(', ') },
      resource,
    }),
  );
}
