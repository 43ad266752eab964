import { ntpClient } from '../../../../lib/compliance/rules/ntp-client.js';
import { HOLE } from '../facts-builder.js';
import { testRule } from '../rule-cases.js';
import { host, perimeter } from '../server-facts.js';

const CHRONY = { client: 'chrony', servers: ['cronos.cenam.mx'] };
const shut = { perimeter: perimeter({ ntpOut: false }) };

testRule(ntpClient, [
  ['a client', { hosts: [host()] }, 'met', 'ntp-client.met'],
  ['no packet filter', { hosts: [host({ perimeter: undefined })] }, 'met', 'ntp-client.met'],
  ['no client', { hosts: [host({ ntp: undefined })] }, 'breached', 'ntp-client.none'],
  [
    'nobody to ask',
    { hosts: [host({ ntp: { ...CHRONY, servers: [] } })] },
    'breached',
    'ntp-client.no-servers',
  ],
  ['a filter that keeps answers out', { hosts: [host(shut)] }, 'breached', 'ntp-client.shut'],
  ['an unread client', { hosts: [host({ ntp: { ...CHRONY, client: HOLE } })] }, 'undetermined', 'unread'],
  ['unread servers', { hosts: [host({ ntp: { ...CHRONY, servers: HOLE } })] }, 'undetermined', 'unread'],
  [
    'an unread filter',
    { hosts: [host({ perimeter: perimeter({ ntpOut: HOLE }) })] },
    'undetermined',
    'unread',
  ],
  ['no host', { hosts: [] }, 'breached', 'no-host'],
]);
