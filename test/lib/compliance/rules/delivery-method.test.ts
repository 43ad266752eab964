import { deliveryMethod } from '../../../../lib/compliance/rules/delivery-method.js';
import { HOLE } from '../facts-builder.js';
import { testRule } from '../rule-cases.js';
import { frame, ingest } from '../server-facts.js';

testRule(deliveryMethod, [
  ['a service that takes packages', { ingests: [ingest()] }, 'met', 'delivery-method.package'],
  ['a frame', { frames: [frame()] }, 'met', 'delivery-method.frame'],
  [
    'a frame beside an unread service',
    { frames: [frame()], ingests: [ingest({ port: HOLE })] },
    'met',
    'delivery-method.frame',
  ],
  ['neither', {}, 'breached', 'delivery-method.none'],
  ['an unread port', { ingests: [ingest({ port: HOLE })] }, 'undetermined', 'unread'],
  ['a frame of an unread address', { frames: [frame({ source: HOLE })] }, 'undetermined', 'unread'],
]);
