import { highAvailability } from '../../../../lib/compliance/rules/high-availability.js';
import { HOLE } from '../facts-builder.js';
import { testRule } from '../rule-cases.js';
import { host, webServer } from '../server-facts.js';

const two = { distributions: [], webServers: [webServer(), webServer({ resource: 'dos/web' })] };
const other = host({ resource: 'dos/user-data', address: '198.51.100.11' });

testRule(highAvailability, [
  ['an edge', {}, 'met', 'high-availability.edge'],
  ['two hosts', { ...two, hosts: [host(), other] }, 'met', 'high-availability.met'],
  [
    'one host',
    { distributions: [], hosts: [host()], webServers: [webServer()] },
    'breached',
    'high-availability.alone',
  ],
  ['one host described twice', { ...two, hosts: [host(), host()] }, 'breached', 'high-availability.alone'],
  [
    'a second host that serves nothing',
    { distributions: [], hosts: [host(), other], webServers: [webServer()] },
    'breached',
    'high-availability.alone',
  ],
  ['nothing at all', { distributions: [] }, 'breached', 'high-availability.alone'],
  ['an unread address', { ...two, hosts: [host(), host({ address: HOLE })] }, 'undetermined', 'unread'],
]);
