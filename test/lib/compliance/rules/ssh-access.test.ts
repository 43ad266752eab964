import { sshAccess } from '../../../../lib/compliance/rules/ssh-access.js';
import { HOLE } from '../facts-builder.js';
import { testRule } from '../rule-cases.js';
import { host, user } from '../server-facts.js';

const SSH = { enabled: true, passwords: false, rootLogin: false };

testRule(sshAccess, [
  ['somebody with a key', { hosts: [host()] }, 'met', 'ssh-access.met'],
  ['SSH off', { hosts: [host({ ssh: { ...SSH, enabled: false } })] }, 'breached', 'ssh-access.off'],
  ['nobody', { hosts: [host({ users: [] })] }, 'breached', 'ssh-access.nobody'],
  ['nobody with a key', { hosts: [host({ users: [user({ keys: 0 })] })] }, 'breached', 'ssh-access.nobody'],
  [
    'nobody with a shell',
    { hosts: [host({ users: [user({ shell: false })] })] },
    'breached',
    'ssh-access.nobody',
  ],
  ['an unread switch', { hosts: [host({ ssh: { ...SSH, enabled: HOLE } })] }, 'undetermined', 'unread'],
  ['unread keys', { hosts: [host({ users: [user({ keys: HOLE })] })] }, 'undetermined', 'unread'],
  ['an unread shell', { hosts: [host({ users: [user({ shell: HOLE })] })] }, 'undetermined', 'unread'],
  ['no host', { hosts: [] }, 'breached', 'no-host'],
]);
