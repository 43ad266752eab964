import { basename, dirname } from 'node:path/posix';
import type { HostedPlan } from '../../../lib/config/index.js';
import { renderFramePage } from '../../../lib/frame/index.js';
import { createMessages, type Messages } from '../../../lib/messages/index.js';
import type { FileOnHost } from '../delivery/file-on-host.js';
import type { BindMount, Service } from '../service/service.js';
import { UIDS, userOf } from '../service/uids.js';
import { errorPages } from './error-pages.js';
import { modSecurityConf } from './modsecurity-conf.js';
import { nginxConf, OPEN_FILES } from './nginx-conf.js';
import { IN_WEB } from './in-web.js';

/**
 * The web server that readers reach, on ports 80 and 443.
 * @param messages words of its pages; default: Spanish
 */
export function webService(plan: HostedPlan, messages: Messages = createMessages()): Service {
  const { server } = plan;
  const { tls } = server;
  return {
    name: 'web',
    base: 'debian',
    files: files(plan, messages),
    test: PROOF,
    reload: 'hup',
    user: userOf('web'),
    environment:
      tls.kind === 'files'
        ? {
            TLS_CERTIFICATE: `${OWN.certificate}/${basename(tls.certificate)}`,
            TLS_KEY: `${OWN.key}/${basename(tls.key)}`,
          }
        : undefined,
    ports: [
      { container: 80, host: 80 },
      { container: 443, host: 443 },
    ],
    mounts: mounts(plan),
    memoryFolders: {
      [IN_WEB.run]: `rw,noexec,nosuid,nodev,size=16m,uid=${UIDS.web}`,
      '/tmp': 'rw,noexec,nosuid,nodev,size=16m',
    },
    capabilities: [],
    network: 'own',
    memoryMegabytes: 1024,
    processes: 256,
    openFiles: OPEN_FILES,
    stopSignal: 'SIGQUIT',
    stopSeconds: 30,
    health: {
      command: ['CMD', 'is-healthy'],
      everySeconds: 30,
      withinSeconds: 5,
      startSeconds: 20,
      retries: 3,
      awaited: true,
    },
    labels: {},
  };
}

/** The new files name each other by where they will lie once they are proven. */
const PROOF =
  `sh -c 'sed s#${IN_WEB.configuration}/#{folder}/#g {folder}/nginx.conf >/tmp/next.conf ` +
  "&& nginx -t -q -e stderr -c /tmp/next.conf'";

/** Where the folders of the difusor's own certificate and key are in the container: a file that is replaced is another. */
const OWN = { certificate: '/srv/tls/certificate', key: '/srv/tls/key' };

function files(plan: HostedPlan, messages: Messages): readonly FileOnHost[] {
  const put = (path: string, content: string): FileOnHost => ({
    path: `${plan.server.folder}/etc/web/${path}`,
    mode: '0644',
    owner: '0:0',
    content,
  });
  return [
    put('nginx.conf', nginxConf(plan)),
    ...Object.entries(errorPages(plan, messages)).map(([path, content]) => put(path, content)),
    ...(plan.server.web.modSecurity ? [put('modsecurity.conf', modSecurityConf())] : []),
    ...('frame' in plan ? [put('page/index.html', framePage(plan, messages))] : []),
  ];
}

function framePage(plan: Extract<HostedPlan, { frame: unknown }>, messages: Messages): string {
  const { frame, institution, convocatoria } = plan;
  return renderFramePage(
    { ...frame, institution: institution.name, institute: convocatoria.institute.name },
    messages,
  );
}

function mounts(plan: HostedPlan): readonly BindMount[] {
  const { folder, tls } = plan.server;
  const readOnly = (host: string, container: string): BindMount => ({ host, container, readOnly: true });
  return [
    readOnly(`${folder}/etc/web`, IN_WEB.configuration),
    ...('worker' in plan ? [readOnly(`${folder}/site`, IN_WEB.site)] : []),
    readOnly(`${folder}/acme`, IN_WEB.acme),
    ...(tls.kind === 'files'
      ? [readOnly(dirname(tls.certificate), OWN.certificate), readOnly(dirname(tls.key), OWN.key)]
      : []),
    { host: `${folder}/logs`, container: IN_WEB.logs, readOnly: false },
  ];
}
