import { sftpService } from '../../../../lib/compliance/rules/sftp-service.js';
import { HOLE } from '../facts-builder.js';
import { testRule } from '../rule-cases.js';
import { ingest } from '../server-facts.js';

testRule(sftpService, [
  ['a service by key', { ingests: [ingest()] }, 'met', 'sftp-service.met'],
  ['one by ssh', { ingests: [ingest({ kind: 'ssh' })] }, 'met', 'sftp-service.met'],
  ['passwords', { ingests: [ingest({ authentication: 'secret' })] }, 'breached', 'sftp-service.no-key'],
  ['anybody', { ingests: [ingest({ authentication: 'none' })] }, 'breached', 'sftp-service.no-key'],
  ['a pusher who roams', { ingests: [ingest({ confined: false })] }, 'breached', 'sftp-service.roams'],
  [
    'a second one that is open',
    { ingests: [ingest(), ingest({ confined: false })] },
    'breached',
    'sftp-service.roams',
  ],
  ['rsync only', { ingests: [ingest({ kind: 'rsync' })] }, 'breached', 'sftp-service.none'],
  ['none', { ingests: [] }, 'breached', 'sftp-service.none'],
  ['an unread port', { ingests: [ingest({ port: HOLE })] }, 'undetermined', 'unread'],
  ['an unread confinement', { ingests: [ingest({ confined: HOLE })] }, 'undetermined', 'unread'],
  ['an unread way in', { ingests: [ingest({ authentication: HOLE })] }, 'undetermined', 'unread'],
]);
