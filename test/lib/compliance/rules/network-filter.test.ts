import { networkFilter } from '../../../../lib/compliance/rules/network-filter.js';
import { distribution, HOLE } from '../facts-builder.js';
import { testRule } from '../rule-cases.js';
import { host, perimeter } from '../server-facts.js';

const filtered = (overrides: Parameters<typeof perimeter>[0]) => ({
  hosts: [host({ perimeter: perimeter(overrides) })],
});

testRule(networkFilter, [
  ['a filter', { hosts: [host()] }, 'met', 'network-filter.met'],
  ['none', { hosts: [host({ perimeter: undefined })] }, 'breached', 'network-filter.none'],
  ['one that lets in', filtered({ defaultDrop: false }), 'breached', 'network-filter.lets-in'],
  ['one behind the containers', filtered({ beforeContainers: false }), 'breached', 'network-filter.after'],
  ['one that is lost', filtered({ persists: false }), 'breached', 'network-filter.forgets'],
  [
    'nobody who shuts out',
    { hosts: [host({ intrusionPrevention: [] })] },
    'breached',
    'network-filter.no-prevention',
  ],
  ['an unread program', { hosts: [host({ intrusionPrevention: [HOLE] })] }, 'undetermined', 'unread'],
  ['an unread default', filtered({ defaultDrop: HOLE }), 'undetermined', 'unread'],
  ['an unread unit', filtered({ persists: HOLE }), 'undetermined', 'unread'],
  [
    'a second host without one',
    { hosts: [host(), host({ perimeter: undefined })] },
    'breached',
    'network-filter.none',
  ],
  ['an edge with a web ACL', {}, 'met', 'network-filter.edge'],
  [
    'an edge without one',
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
  ['neither', { distributions: [] }, 'breached', 'no-host'],
]);
