import { rootUser } from '../../../../lib/compliance/rules/root-user.js';
import { HOLE } from '../facts-builder.js';
import { testRule } from '../rule-cases.js';
import { host, user } from '../server-facts.js';

testRule(rootUser, [
  ['an account with all privileges', { hosts: [host()] }, 'met', 'root-user.met'],
  [
    'one such account among others',
    { hosts: [host({ users: [user({ root: 'none' }), user()] })] },
    'met',
    'root-user.met',
  ],
  [
    'an account with some',
    { hosts: [host({ users: [user({ root: 'limited' })] })] },
    'breached',
    'root-user.none',
  ],
  ['root itself only', { hosts: [host({ users: [user({ name: 'root' })] })] }, 'breached', 'root-user.none'],
  ['nobody', { hosts: [host({ users: [] })] }, 'breached', 'root-user.none'],
  ['unread privileges', { hosts: [host({ users: [user({ root: HOLE })] })] }, 'undetermined', 'unread'],
  ['an unread name', { hosts: [host({ users: [user({ name: HOLE })] })] }, 'undetermined', 'unread'],
  ['no host', { hosts: [] }, 'breached', 'no-host'],
]);
