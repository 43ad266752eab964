import type { ServerPlan } from '../../../lib/config/index.js';
import type { Mount, Service } from '../service.js';
import { userOf } from '../uids.js';
import { publisherFiles, type PublisherInput } from './publisher-files.js';

const CONFIG = '/etc/prep/difusor.yaml';
const SITE = '/srv/site';
const SECRET = '/run/secrets/source';
const PROGRAM = ['node', '/opt/difusor/difusor.js'];

/** The worker, the only one that writes the site. Where packages are pushed it needs no network, and has none. */
export function publisherService(plan: ServerPlan, input: PublisherInput): Service {
  const status = [...PROGRAM, 'status', '--config', CONFIG, '--directory', SITE].join(' ');
  return {
    name: 'publisher',
    image: 'publisher',
    base: 'node',
    files: publisherFiles(plan, input),
    buildArguments: plan.worker.source.kind === 'rsync' ? { PACKAGES: 'rsync openssh-client' } : undefined,
    reload: 'restart',
    user: userOf('publisher'),
    command: [
      ...['sync', '--watch', '--every', '15', '--log', 'json', '--config', CONFIG],
      ...['--directory', SITE, '--archive', '/srv/packages'],
      ...(plan.sourceSecretFile === undefined ? [] : ['--secret', SECRET]),
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

function mounts({ server: { folder }, worker, sourceSecretFile }: ServerPlan): readonly Mount[] {
  return [
    { host: `${folder}/etc/publisher`, container: '/etc/prep', readOnly: true },
    ...(worker.source.kind === 'inbox'
      ? [{ host: `${folder}/inbox`, container: '/srv/inbox', readOnly: false }]
      : []),
    { host: `${folder}/site`, container: SITE, readOnly: false },
    { host: `${folder}/packages`, container: '/srv/packages', readOnly: false },
    ...(sourceSecretFile === undefined
      ? []
      : [{ host: sourceSecretFile, container: SECRET, readOnly: true }]),
  ];
}
