import { text, container, mounted, resource, command, both } from './changed-server.js';
import { ROOT, INGEST, ENGINE, WEB, WORKER, PUSHED, OTHER, type Weakening } from './weakening.js';

/** What nobody knows in containers, ingests, provisioners and frames. */
export const UNKNOWNS_OF_CONTAINERS: readonly Weakening[] = [
  // Containers.
  [
    'another port of the web server',
    WEB,
    container('web', {
      ports: [
        { internal: 80, external: 80 },
        { internal: 443, external: 8443 },
      ],
    }),
  ],
  ['no port 80', WEB, container('web', { ports: [{ internal: 443, external: 443 }] })],
  [
    'a port on loopback',
    WEB,
    container('web', {
      ports: [
        { internal: 80, external: 80 },
        { internal: 443, external: 443, ip: '127.0.0.1' },
      ],
    }),
  ],
  ['a port of the publisher', WORKER, container('publisher', { ports: [{ internal: 1, external: 8080 }] })],
  [
    'a port that the filter shuts',
    PUSHED,
    container('ingest', { ports: [{ internal: 873, external: 9999 }] }),
  ],
  [
    'a publisher that seldom looks',
    WORKER,
    command('publisher', [
      'sync',
      '--watch',
      '--every',
      '3600',
      '--config',
      '/etc/prep/difusor.yaml',
      '--directory',
      '/srv/site',
      '--archive',
      '/srv/packages',
    ]),
  ],
  [
    'a publisher that sleeps',
    WORKER,
    command('publisher', ['/bin/sleep', 'infinity', '--config', '/etc/prep/difusor.yaml']),
  ],
  [
    'a publisher that runs once',
    WORKER,
    command('publisher', ['sync', '--config', '/etc/prep/difusor.yaml', '--directory', '/srv/site']),
  ],
  ['another entry', WEB, container('web', { entrypoint: ['sleep', 'infinity'] })],
  ['another command', WEB, command('web', ['sleep', 'infinity'])],
  ['a container that is not started', WEB, container('web', { start: false })],
  ['a container that stays down', WEB, container('web', { restart: 'no' })],
  ['a file put into a container', WEB, container('web', { upload: [{ file: '/etc/x', content: '' }] })],
  ['the network of another', WORKER, container('publisher', { network_mode: 'container:other' })],
  ['a profile taken off', WEB, container('web', { security_opts: ['seccomp=unconfined'] })],
  [
    'a right that nobody knows',
    WEB,
    container('web', { capabilities: { drop: ['ALL'], add: ['CAP_SYS_TIME'] } }),
  ],
  ['root in a container', WEB, container('web', { user: '0:0' })],
  ['a root that can be written', OTHER, container('stats', { read_only: false })],
  [
    'logs without an end',
    [...WEB, 'hosts'],
    both(container('web', { log_opts: undefined }), text('"max-size": "20m"', '"max-file": "4"')),
  ],
  ['a disk of logs', OTHER, container('stats', { log_opts: { 'max-size': '900000m' } })],
  ['no look at its health', WEB, container('web', { healthcheck: undefined })],
  [
    'a look at its health that changes it',
    WORKER,
    container('publisher', { healthcheck: { test: ['CMD-SHELL', 'rm -rf /srv/site'] } }),
  ],
  ['no memory', OTHER, container('acme', { memory: 6 })],
  ['a folder of memory over the data', WORKER, container('publisher', { tmpfs: { '/srv/packages': 'rw' } })],
  [
    'certificates of a stage',
    OTHER,
    container('acme', { env: ['ACME_DIRECTORY=https://acme-staging-v02.api.letsencrypt.org/directory'] }),
  ],
  ['logs of a day', OTHER, container('stats', { env: ['LOG_MEGABYTES=100'] })],
  [
    'a library for a container',
    WORKER,
    container('publisher', { env: ['NODE_OPTIONS=--require /srv/inbox/x.js'] }),
  ],
  [
    'programs mounted over',
    WORKER,
    mounted('publisher', { host_path: '/srv/prep/inbox', container_path: '/opt/difusor' }),
  ],
  [
    "the host's own settings mounted",
    OTHER,
    mounted('stats', { host_path: '/etc', container_path: '/srv/etc' }),
  ],
  [
    'a socket by another name',
    OTHER,
    mounted('stats', { host_path: '/srv/prep/engine.sock', container_path: '/srv/x' }),
  ],
  [
    'a network beside the filter',
    ENGINE,
    (stack) => {
      stack.template.resource.docker_network!.network!.driver = 'macvlan';
    },
  ],
  // Who pushes.
  [
    'a program before each push',
    INGEST,
    text('reverse lookup = no', 'reverse lookup = no\npre-xfer exec = /srv/x'),
  ],
  ['no refused options', INGEST, text('  refuse options = ', '  comment = ')],
  ['nobody refused', INGEST, text('  hosts deny = *', '')],
  ['a push from anywhere', INGEST, text('  hosts allow = ', '  hosts allow = 0.0.0.0/0 ')],
  [
    'a block for one user',
    INGEST,
    text('ChrootDirectory /srv\n', 'ChrootDirectory /srv\nMatch User x\n'),
    'sftp',
  ],
  ['an account with a hash', INGEST, text('iepc:*:', 'iepc:$6$x:'), 'sftp'],
  ['an account that is root', INGEST, text('iepc:*:10002:', 'iepc:*:0:'), 'sftp'],
  // Terraform's own.
  [
    'a command of the machine that applies',
    ROOT,
    resource('null_resource', { provisioner: [{ 'local-exec': { command: 'ssh x nft flush ruleset' } }] }),
  ],
  [
    'a command on the host',
    ROOT,
    resource('null_resource', { provisioner: [{ 'remote-exec': { inline: ['nft flush ruleset'] } }] }),
  ],
  ['a delivery that changes more', ROOT, text('umask 077\n', 'umask 077\nas_root nft flush ruleset\n')],
  ['a delivery that never puts', ROOT, text("as_root mv -f '/srv/prep/etc/web/.next/nginx.conf'", 'true #')],
  [
    'a connection to anybody',
    ROOT,
    text('StrictHostKeyChecking=yes -o User', 'StrictHostKeyChecking=no -o User'),
  ],
  ['a resource that nobody knows', ROOT, resource('ssh_resource', { commands: ['nft flush ruleset'] })],
  [
    'a part that nobody knows',
    ROOT,
    (stack) => {
      stack.template.data = { external: { x: { program: ['sh'] } } };
    },
  ],
  // The page with a frame.
  [
    'a frame that may do nothing',
    ['frames'],
    text('sandbox="allow-scripts allow-same-origin', 'sandbox="'),
    'frame',
  ],
  [
    'a frame that may lead away',
    ['frames'],
    text('sandbox="allow-scripts', 'sandbox="allow-top-navigation allow-scripts'),
    'frame',
  ],
  [
    'a frame that nobody sees',
    ['frames'],
    text('min-height:24rem;border:0}', 'min-height:24rem;border:0}iframe{visibility:hidden}'),
    'frame',
  ],
  ['a frame of no size', ['frames'], text('width:100%;min-height:24rem', 'width:0;min-height:0'), 'frame'],
  [
    'a page that leads away',
    ['frames'],
    text('<title>', '<meta http-equiv="refresh" content="0;url=https://x"><title>'),
    'frame',
  ],
  ['a script in the page', ['frames'], text('</body>', '<script src="/x.js"></script></body>'), 'frame'],
];
