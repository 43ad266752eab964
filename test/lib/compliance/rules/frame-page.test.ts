import { framePage } from '../../../../lib/compliance/rules/frame-page.js';
import { HOLE } from '../facts-builder.js';
import { testRule } from '../rule-cases.js';
import { frame } from '../server-facts.js';

testRule(framePage, [
  ['a page with a frame', { frames: [frame()] }, 'met', 'frame-page.met'],
  ['no page', { frames: [] }, 'breached', 'frame-page.none'],
  [
    'a frame without TLS',
    { frames: [frame({ source: 'http://official.example.net/' })] },
    'breached',
    'frame-page.no-plain',
  ],
  [
    'a frame of no address',
    { frames: [frame({ source: 'javascript:alert(1)' })] },
    'breached',
    'frame-page.no-plain',
  ],
  ['no policy', { frames: [frame({ frameSources: undefined })] }, 'breached', 'frame-page.no-policy'],
  ['a policy for all', { frames: [frame({ frameSources: ['*'] })] }, 'breached', 'frame-page.no-policy'],
  [
    'a policy for others too',
    { frames: [frame({ frameSources: ['https://official.example.net', 'https://x.example'] })] },
    'breached',
    'frame-page.no-policy',
  ],
  ['no sandbox', { frames: [frame({ sandbox: undefined })] }, 'breached', 'frame-page.no-sandbox'],
  ['no title', { frames: [frame({ title: '' })] }, 'breached', 'frame-page.no-title'],
  ['no link', { frames: [frame({ link: undefined })] }, 'breached', 'frame-page.no-link'],
  [
    'a second frame that is open',
    { frames: [frame(), frame({ sandbox: undefined })] },
    'breached',
    'frame-page.no-sandbox',
  ],
  ['an unread address', { frames: [frame({ source: HOLE })] }, 'undetermined', 'unread'],
  ['an unread policy', { frames: [frame({ frameSources: HOLE })] }, 'undetermined', 'unread'],
]);
