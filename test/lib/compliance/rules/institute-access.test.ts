import { instituteAccess } from '../../../../lib/compliance/rules/institute-access.js';
import { HOLE } from '../facts-builder.js';
import { testRule } from '../rule-cases.js';
import { container, ingest } from '../server-facts.js';

const containers = [container()];
const rsync = ingest({ kind: 'rsync', authentication: 'secret' });

testRule(instituteAccess, [
  ['a service by key', { ingests: [ingest()], containers }, 'met', 'institute-access.met'],
  ['one with a secret', { ingests: [rsync], containers }, 'met', 'institute-access.met'],
  [
    'a folder within one that it may write',
    { ingests: [ingest({ folder: 'uno:/srv/inbox/prep' })], containers },
    'met',
    'institute-access.met',
  ],
  [
    'a folder beside it',
    { ingests: [ingest({ folder: 'uno:/srv/inbox-2' })], containers },
    'breached',
    'institute-access.read-only',
  ],
  [
    'anybody let in',
    { ingests: [ingest({ authentication: 'none' })], containers },
    'breached',
    'institute-access.anybody',
  ],
  [
    'a folder that it may only read',
    { ingests: [ingest()], containers: [container({ writes: [] })] },
    'breached',
    'institute-access.read-only',
  ],
  ['no service', { ingests: [], containers }, 'breached', 'institute-access.none'],
  ['an unread way in', { ingests: [ingest({ authentication: HOLE })], containers }, 'undetermined', 'unread'],
  ['an unread folder', { ingests: [ingest({ folder: HOLE })], containers }, 'undetermined', 'unread'],
]);
