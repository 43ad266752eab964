import { logicalAccessControl } from '../../../../lib/compliance/rules/logical-access-control.js';
import { HOLE, siteBucket } from '../facts-builder.js';
import { testRule } from '../rule-cases.js';
import { container, host, user } from '../server-facts.js';

const SSH = { enabled: true, passwords: false, rootLogin: false };
const withSsh = (overrides: Partial<ReturnType<typeof host>['ssh']>) => ({
  hosts: [host({ ssh: { ...SSH, ...overrides } })],
});
const withUser = (overrides: Parameters<typeof user>[0]) => ({ hosts: [host({ users: [user(overrides)] })] });
const running = (overrides: Parameters<typeof container>[0]) => ({
  hosts: [host()],
  containers: [container(overrides)],
});
const stranger = (kind: 'public' | 'other') => ({ resource: 'site/Policy', kind, distribution: undefined });

testRule(logicalAccessControl, [
  ['keys alone', running({}), 'met', 'logical-access-control.met'],
  ['passwords', withSsh({ passwords: true }), 'breached', 'logical-access-control.passwords'],
  ['logins of root', withSsh({ rootLogin: true }), 'breached', 'logical-access-control.root'],
  ['the account of the image', withUser({ name: 'default' }), 'breached', 'logical-access-control.shared'],
  ['an account without a key', withUser({ keys: 0 }), 'breached', 'logical-access-control.no-key'],
  ['one without a shell', withUser({ keys: 0, shell: false }), 'met', 'logical-access-control.met'],
  ['a privileged container', running({ privileged: true }), 'breached', 'logical-access-control.privileged'],
  ['the socket of Docker', running({ dockerSocket: true }), 'breached', 'logical-access-control.socket'],
  [
    'powers over the host',
    running({ capabilities: ['CHOWN', 'SYS_ADMIN'] }),
    'breached',
    'logical-access-control.powers',
  ],
  [
    'powers over nothing',
    running({ capabilities: ['CHOWN'] }),
    'met',
    'logical-access-control.met-container',
  ],
  [
    'the network of the host',
    running({ network: 'host' }),
    'breached',
    'logical-access-control.host-network',
  ],
  ['unread passwords', withSsh({ passwords: HOLE }), 'undetermined', 'unread'],
  ['unread keys', withUser({ keys: HOLE }), 'undetermined', 'unread'],
  ['an unread privilege', running({ privileged: HOLE }), 'undetermined', 'unread'],
  ['unread powers', running({ capabilities: HOLE }), 'undetermined', 'unread'],
  ['an edge alone', {}, 'met', 'logical-access-control.edge'],
  [
    'an edge with an open bucket',
    { buckets: [siteBucket({ publicAccessBlocked: false })] },
    'breached',
    'logical-access-control.open-bucket',
  ],
  [
    'an edge whose bucket anybody writes',
    { buckets: [siteBucket({ writers: [stranger('public')] })] },
    'breached',
    'logical-access-control.open-bucket',
  ],
  [
    'an edge with an unread bucket',
    { buckets: [siteBucket({ publicAccessBlocked: HOLE })] },
    'undetermined',
    'unread',
  ],
  ['neither', { distributions: [] }, 'breached', 'no-host'],
]);
