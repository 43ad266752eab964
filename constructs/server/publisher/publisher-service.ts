import type { ServerPlan } from '../../../lib/config/index.js';
import type { BindMount, Service } from '../service/service.js';
import { userOf } from '../service/uids.js';
import { IN_PUBLISHER } from './in-publisher.js';
import { publisherFiles, type PublisherInput } from './publisher-files.js';

const PROGRAM = ['node', '/opt/difusor/difusor.js'];

/** The worker, the only one that writes the site. Where packages are pushed it needs no network, and has none. */
export function publisherService(plan: ServerPlan, input: PublisherInput): Service {
  const status = [
    ...PROGRAM,
    'status',
    '--config',
    IN_PUBLISHER.difusorYaml,
    '--directory',
    IN_PUBLISHER.site,
  ].join(' ');
  return {
    name: 'publisher',
    base: 'node',
    files: publisherFiles(plan, input),
    buildArguments: plan.worker.source.kind === 'rsync' ? { PACKAGES: 'rsync openssh-client' } : undefined,
    reload: 'restart',
    user: userOf('publisher'),
    command: [
      ...['sync', '--watch', '--every', '15', '--log', 'json', '--config', IN_PUBLISHER.difusorYaml],
      ...['--directory', IN_PUBLISHER.site, '--archive', IN_PUBLISHER.packages],
      ...(plan.sourceSecretFile === undefined ? [] : ['--secret', IN_PUBLISHER.secret]),
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
    // Ill is 4 (can't publish, or gives no sign of life) and 1; 3 says that the institute is late, which is no fault of here.
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

function mounts({ server: { folder }, worker, sourceSecretFile }: ServerPlan): readonly BindMount[] {
  return [
    { host: `${folder}/etc/publisher`, container: IN_PUBLISHER.configuration, readOnly: true },
    ...(worker.source.kind === 'inbox'
      ? [{ host: `${folder}/inbox`, container: IN_PUBLISHER.inbox, readOnly: false }]
      : []),
    { host: `${folder}/site`, container: IN_PUBLISHER.site, readOnly: false },
    { host: `${folder}/packages`, container: IN_PUBLISHER.packages, readOnly: false },
    ...(sourceSecretFile === undefined
      ? []
      : [{ host: sourceSecretFile, container: IN_PUBLISHER.secret, readOnly: true }]),
  ];
}
