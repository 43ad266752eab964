import type { IngestPlan, ServerPlan } from '../../../lib/config/index.js';
import type { FileOnHost } from '../delivery/file-on-host.js';
import type { BindMount, Service } from '../service/service.js';
import { UIDS, userOf } from '../service/uids.js';
import { IN_INGEST } from './in-ingest.js';
import { rsyncdConf } from './rsyncd-conf.js';
import { authorizedKeys, passwd, sshdConfig } from './sshd-config.js';

/** The service into which the institute pushes; `undefined` where the worker asks for the packages itself. */
export function ingestService(plan: ServerPlan): Service | undefined {
  const { ingest } = plan;
  if (ingest === undefined) return undefined;
  const own = ingest.kind === 'rsync' ? rsync(plan, ingest) : sftp(plan, ingest);
  const inbox = { host: `${plan.server.folder}/inbox`, container: IN_INGEST.inbox, readOnly: false };
  return { ...COMMON, ...own, mounts: [configuration(plan), inbox, ...own.mounts] };
}

const COMMON = {
  name: 'ingest',
  base: 'debian',
  network: 'own',
  memoryMegabytes: 512,
  processes: 128,
  openFiles: 4096,
  stopSignal: 'SIGTERM',
  stopSeconds: 30,
  labels: {},
} as const;

type Own = Omit<Service, keyof typeof COMMON>;

/** As nobody in particular: rsync has no need of root. */
function rsync({ server }: ServerPlan, ingest: Extract<IngestPlan, { kind: 'rsync' }>): Own {
  return {
    buildArguments: { KIND: 'rsync' },
    files: [file(server.folder, 'rsyncd.conf', rsyncdConf(ingest, server.trusted))],
    // rsyncd reads its modules anew for each client.
    reload: 'none',
    user: userOf('ingest'),
    ports: [{ container: 873, host: ingest.port }],
    mounts: [{ host: ingest.secretFile, container: IN_INGEST.secrets, readOnly: true }],
    memoryFolders: { [IN_INGEST.run]: memory(UIDS.ingest) },
    capabilities: [],
    health: healthy('rsync --contimeout=3 --timeout=3 rsync://127.0.0.1/ >/dev/null'),
  };
}

/** sshd is root until it knows who comes, and then shut into the inbox. */
function sftp({ server }: ServerPlan, ingest: Extract<IngestPlan, { kind: 'sftp' }>): Own {
  return {
    buildArguments: { KIND: 'sftp' },
    files: [
      file(server.folder, 'sshd_config', sshdConfig(ingest)),
      file(server.folder, 'authorized_keys', authorizedKeys(ingest)),
      file(server.folder, 'passwd', passwd(ingest)),
    ],
    test: 'sshd -t -f {folder}/sshd_config',
    reload: 'restart',
    user: '0:0',
    ports: [{ container: 22, host: ingest.port }],
    mounts: [{ host: `${server.folder}/secrets/ingest`, container: IN_INGEST.hostKeys, readOnly: false }],
    memoryFolders: { [IN_INGEST.run]: memory(0), '/run/sshd': memory(0) },
    capabilities: ['SETUID', 'SETGID', 'SYS_CHROOT'],
    health: healthy('ssh-keyscan -T 3 -p 22 127.0.0.1 2>/dev/null | grep -q ssh-'),
  };
}

function configuration({ server }: ServerPlan): BindMount {
  return { host: `${server.folder}/etc/ingest`, container: IN_INGEST.configuration, readOnly: true };
}

function file(folder: string, name: string, content: string): FileOnHost {
  return { path: `${folder}/etc/ingest/${name}`, mode: '0644', owner: '0:0', content };
}

function memory(uid: number): string {
  return `rw,noexec,nosuid,nodev,size=1m,uid=${uid}`;
}

function healthy(command: string): Service['health'] {
  return {
    command: ['CMD-SHELL', command],
    everySeconds: 30,
    withinSeconds: 10,
    startSeconds: 20,
    retries: 3,
    awaited: true,
  };
}
