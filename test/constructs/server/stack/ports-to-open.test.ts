import { portsToOpen } from '../../../../constructs/server/stack/ports-to-open.js';
import { framePlan, serverPlan } from '../../../support/server-plan.js';

it('lets everybody to the web server, and the trusted to the ingest', () => {
  expect(portsToOpen(serverPlan())).toEqual([
    '80/tcp any',
    '443/tcp any',
    '22/tcp 203.0.113.0/28 2001:db8:5::/64 192.0.2.7',
    '873/tcp 203.0.113.0/28 2001:db8:5::/64',
    '123/udp out',
  ]);
});

it('opens no ingest where nobody pushes', () => {
  expect(portsToOpen(framePlan()).join()).not.toContain('873');
});
