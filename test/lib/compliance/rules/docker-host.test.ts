import { dockerHost } from '../../../../lib/compliance/rules/docker-host.js';
import { HOLE } from '../facts-builder.js';
import { testRule } from '../rule-cases.js';
import { host } from '../server-facts.js';

testRule(dockerHost, [
  ['Docker', { hosts: [host()] }, 'met', 'docker-host.met'],
  ['no Docker', { hosts: [host({ docker: false })] }, 'breached', 'docker-host.none'],
  ['Docker on one host only', { hosts: [host(), host({ docker: false })] }, 'breached', 'docker-host.none'],
  ['what nobody could read', { hosts: [host({ docker: HOLE })] }, 'undetermined', 'unread'],
  ['no host', { hosts: [] }, 'breached', 'no-host'],
]);
