import { webServerSoftware } from '../../../../lib/compliance/rules/web-server-software.js';
import { HOLE } from '../facts-builder.js';
import { testRule } from '../rule-cases.js';
import { webServer } from '../server-facts.js';

testRule(webServerSoftware, [
  ['a web server', { webServers: [webServer()] }, 'met', 'web-server-software.met'],
  ['another program', { webServers: [webServer({ software: 'caddy' })] }, 'met', 'web-server-software.met'],
  ['none', { webServers: [] }, 'breached', 'web-server-software.none'],
  ['an unread program', { webServers: [webServer({ software: HOLE })] }, 'undetermined', 'unread'],
]);
