import { ddosLimits } from '../../../../lib/compliance/rules/ddos-limits.js';
import { distribution, firewall, HOLE } from '../facts-builder.js';
import { testRule } from '../rule-cases.js';
import { host, perimeter, webServer } from '../server-facts.js';

const server = (own: Parameters<typeof webServer>[0], filter: Parameters<typeof perimeter>[0] = {}) => ({
  distributions: [],
  webServers: [webServer(own)],
  hosts: [host({ perimeter: perimeter(filter) })],
});
const unfiltered = { ...server({}), hosts: [host({ perimeter: undefined })] };
const letThrough = { limit: 20_000, action: 'allow' } as const;

testRule(ddosLimits, [
  ['both limits', server({}), 'met', 'ddos-limits.requests'],
  ['no limit on requests', server({ requestsPerSecond: undefined }), 'breached', 'ddos-limits.no-requests'],
  [
    'none on connections',
    server({}, { newConnectionsPerSecond: undefined }),
    'breached',
    'ddos-limits.no-connections',
  ],
  ['no packet filter', unfiltered, 'breached', 'network-filter.none'],
  ['a web server on no host', { ...server({}), hosts: [] }, 'breached', 'no-host'],
  ['no site', { distributions: [] }, 'breached', 'no-site'],
  ['an unread limit on requests', server({ requestsPerSecond: HOLE }), 'undetermined', 'unread'],
  ['an unread one on connections', server({}, { newConnectionsPerSecond: HOLE }), 'undetermined', 'unread'],
  ['an edge with a rate rule', {}, 'met', 'ddos-limits.edge'],
  ['an edge without one', { firewalls: [firewall({ rateRules: [] })] }, 'breached', 'web-firewall.no-rate'],
  [
    'a rate rule that lets through',
    { firewalls: [firewall({ rateRules: [letThrough] })] },
    'breached',
    'web-firewall.no-rate',
  ],
  [
    'an edge without a web ACL',
    { distributions: [distribution({ firewall: undefined })] },
    'breached',
    'web-firewall.none',
  ],
  [
    'an edge with an unread one',
    { distributions: [distribution({ firewall: HOLE })] },
    'undetermined',
    'unread',
  ],
]);
