import { parseDocument } from 'yaml';
import type { ServerPlan } from '../../../lib/config/index.js';
import type { Mount, Service } from '../service.js';
import { userOf } from '../uids.js';

const CONFIG = '/etc/prep/difusor.yaml';
const SITE = '/srv/site';
const PROGRAM = ['node', '/opt/difusor/difusor.js'];

/**
 * The worker, the only one that writes the site. Where packages are pushed it needs no network, and has none.
 * @param difusorYaml text of the file that the plan came from
 */
export function publisherService(plan: ServerPlan, difusorYaml: string): Service {
  const { folder } = plan.server;
  const status = [...PROGRAM, 'status', '--config', CONFIG, '--directory', SITE].join(' ');
  return {
    name: 'publisher',
    image: 'publisher',
    base: 'node',
    files: [
      {
        path: `${folder}/etc/publisher/difusor.yaml`,
        mode: '0644',
        owner: '0:0',
        content: withoutPeople(difusorYaml),
      },
    ],
    reload: 'restart',
    user: userOf('publisher'),
    command: [
      ...['sync', '--watch', '--every', '15', '--log', 'json', '--config', CONFIG],
      ...['--directory', SITE, '--archive', '/srv/packages'],
    ],
    ports: [],
    mounts: mounts(plan),
    memoryFolders: { '/tmp': 'rw,noexec,nosuid,nodev,size=64m' },
    capabilities: [],
    network: plan.worker.source.kind === 'inbox' ? 'none' : 'own',
    memoryMegabytes: 1024,
    processes: 128,
    openFiles: 16_384,
    stopSignal: 'SIGTERM',
    // A run in progress ends in order.
    stopSeconds: 120,
    health: {
      command: ['CMD-SHELL', `${status} >/dev/null || [ $? -eq 3 ]`],
      everySeconds: 50,
      withinSeconds: 20,
      startSeconds: 59,
      retries: 3,
      awaited: false,
    },
    labels: {},
  };
}

/** Names and telephones are of no use to the worker, and need not lie on a server. */
function withoutPeople(difusorYaml: string): string {
  const document = parseDocument(difusorYaml);
  document.delete('contacts');
  return document.toString();
}

function mounts({ server: { folder }, worker }: ServerPlan): readonly Mount[] {
  return [
    { host: `${folder}/etc/publisher`, container: '/etc/prep', readOnly: true },
    ...(worker.source.kind === 'inbox'
      ? [{ host: `${folder}/inbox`, container: '/srv/inbox', readOnly: false }]
      : []),
    { host: `${folder}/site`, container: SITE, readOnly: false },
    { host: `${folder}/packages`, container: '/srv/packages', readOnly: false },
  ];
}
