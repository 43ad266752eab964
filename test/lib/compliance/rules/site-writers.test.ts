import { siteWriters } from '../../../../lib/compliance/rules/site-writers.js';
import { HOLE, siteBucket, worker } from '../facts-builder.js';
import { testRule } from '../rule-cases.js';
import { container, frame } from '../server-facts.js';

const workers = [worker({ siteBucket: 'uno:/srv/site', container: 'uno/publisher' })];
const publisher = container({ resource: 'uno/publisher', writes: ['uno:/srv/site'] });
const beside = (...writes: Parameters<typeof container>[0][]) => ({
  workers,
  containers: [publisher, ...writes.map(container)],
});
const writer = (kind: 'public' | 'other' | 'worker') => ({
  resource: 'site/Policy',
  kind,
  distribution: undefined,
});

testRule(siteWriters, [
  ['the worker only', beside({}), 'met', 'site-writers.met'],
  [
    'a bucket that its worker writes',
    { buckets: [siteBucket({ writers: [writer('worker')] })] },
    'met',
    'site-writers.met',
  ],
  ['a frame', { frames: [frame()], workers: [] }, 'met', 'framed'],
  ['another who writes the site', beside({ writes: ['uno:/srv/site'] }), 'breached', 'site-writers.other'],
  ['another who writes above it', beside({ writes: ['uno:/srv'] }), 'breached', 'site-writers.other'],
  [
    'another who writes within it',
    beside({ writes: ['uno:/srv/site/live'] }),
    'breached',
    'site-writers.other',
  ],
  ['another who writes the whole disk', beside({ writes: ['uno:'] }), 'breached', 'site-writers.other'],
  ['a folder of a like name', beside({ writes: ['uno:/srv/site-2'] }), 'met', 'site-writers.met'],
  ['the same folder of another host', beside({ writes: ['dos:/srv/site'] }), 'met', 'site-writers.met'],
  [
    'a bucket that anybody writes',
    { buckets: [siteBucket({ writers: [writer('public')] })] },
    'breached',
    'site-writers.other',
  ],
  [
    'a bucket that others write',
    { buckets: [siteBucket({ writers: [writer('other')] })] },
    'breached',
    'site-writers.other',
  ],
  [
    'nowhere to publish',
    { workers: [worker({ siteBucket: undefined })] },
    'breached',
    'site-writers.nowhere',
  ],
  ['no worker', { workers: [] }, 'breached', 'no-worker'],
  ['an unread folder', { workers: [worker({ siteBucket: HOLE })] }, 'undetermined', 'unread'],
  ['another who writes what nobody could read', beside({ writes: [HOLE] }), 'undetermined', 'unread'],
]);
