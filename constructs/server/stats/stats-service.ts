import type { HostedPlan } from '../../../lib/config/index.js';
import type { FileOnHost } from '../delivery/file-on-host.js';
import type { Service } from '../service/service.js';
import { UIDS, userOf } from '../service/uids.js';
import { logrotateConf } from './logrotate-conf.js';
import { shippingConf } from './shipping-conf.js';

/** All logs of a host together, a fifth of the smallest disk that a call asks for. */
const MOST_MEGABYTES = 4096;

/** Keeps the web server's logs for as long as the plan says, and sends them elsewhere where it says so. */
export function statsService(plan: HostedPlan): Service {
  const { folder, logs } = plan.server;
  const put = (name: string, content: string): FileOnHost => ({
    path: `${folder}/etc/stats/${name}`,
    mode: '0644',
    owner: '0:0',
    content,
  });
  return {
    name: 'stats',
    base: 'debian',
    files: [
      put('logrotate.conf', logrotateConf(logs.days)),
      ...(logs.ship === undefined ? [] : [put('rsyslog.conf', shippingConf(logs.ship, plan.name))]),
    ],
    reload: 'restart',
    environment: { LOG_MEGABYTES: String(MOST_MEGABYTES) },
    user: userOf('stats'),
    ports: [],
    mounts: [
      { host: `${folder}/etc/stats`, container: '/etc/prep', readOnly: true },
      { host: `${folder}/logs`, container: '/srv/logs', readOnly: false },
    ],
    memoryFolders: {
      '/run/stats': `rw,noexec,nosuid,nodev,size=64m,uid=${UIDS.stats}`,
      '/tmp': 'rw,noexec,nosuid,nodev,size=16m',
    },
    capabilities: [],
    network: logs.ship === undefined ? 'none' : 'own',
    memoryMegabytes: 256,
    processes: 64,
    openFiles: 1024,
    stopSignal: 'SIGTERM',
    stopSeconds: 10,
    // Each round leaves a mark; none for a quarter of an hour is ill.
    health: {
      command: ['CMD-SHELL', 'test -n "$(find /run/stats/round -mmin -15 2>/dev/null)"'],
      everySeconds: 30,
      withinSeconds: 5,
      startSeconds: 20,
      retries: 3,
      awaited: false,
    },
    labels: {},
  };
}
