import type { HostPlan, ServerPlan } from '../../../lib/config/index.js';
import type { Messages } from '../../../lib/messages/index.js';
import { IN_PUBLISHER } from '../publisher/in-publisher.js';
import type { HostPart } from './host-part.js';
import { rootFile, rootProgram } from './root-file.js';
import { watchProgram } from './watch-program.js';

const PROGRAM = '/usr/local/sbin/difusor-watch';
const ENVIRONMENT = '/etc/difusor/watch.env';
const REPEAT_SECONDS = 15 * 60;
/** The word goes out before the limit: a look comes up to a minute late, and takes a while itself. */
const AHEAD_SECONDS = 2 * 60;

/** Each minute the host asks how old its copy is, and tells a webhook before the call's limit is past. */
export function watch(plan: ServerPlan, host: HostPlan, messages: Messages): HostPart {
  return {
    name: 'watch',
    packages: ['curl', 'jq', 'ca-certificates'],
    files: [
      rootFile(ENVIRONMENT, [
        `CONTAINER=${plan.name}-publisher`,
        `CONFIG=${IN_PUBLISHER.difusorYaml}`,
        `SITE=${IN_PUBLISHER.site}`,
        `SITE_NAME=${plan.site.domain}`,
        `HOST=${host.name}`,
        `MAX_AGE_SECONDS=${plan.worker.takeDownMinutes * 60 - AHEAD_SECONDS}`,
        `REPEAT_SECONDS=${REPEAT_SECONDS}`,
        // Empty: nobody is told, and the journal alone has it.
        `WEBHOOK_FILE=${plan.alarms.webhookFile ?? ''}`,
      ]),
      rootProgram(PROGRAM, watchProgram(messages)),
      service(),
      timer(),
    ],
    check: [['sh', '-n', PROGRAM]],
    apply: [
      ['systemctl', 'daemon-reload'],
      ['systemctl', 'enable', '--now', 'difusor-watch.timer'],
    ],
  };
}

function service(): ReturnType<typeof rootFile> {
  return rootFile('/etc/systemd/system/difusor-watch.service', [
    '[Unit]',
    'Description=How old the copy of the difusor is',
    'After=docker.service network-online.target',
    'Wants=network-online.target',
    '',
    '[Service]',
    'Type=oneshot',
    `EnvironmentFile=${ENVIRONMENT}`,
    `ExecStart=${PROGRAM}`,
    'StateDirectory=difusor-watch',
    'TimeoutStartSec=55',
    'NoNewPrivileges=yes',
    'ProtectSystem=strict',
    'ProtectHome=yes',
    'PrivateTmp=yes',
    'PrivateDevices=yes',
    'RestrictSUIDSGID=yes',
  ]);
}

function timer(): ReturnType<typeof rootFile> {
  return rootFile('/etc/systemd/system/difusor-watch.timer', [
    '[Unit]',
    'Description=How old the copy of the difusor is, each minute',
    '',
    '[Timer]',
    'OnCalendar=minutely',
    'AccuracySec=5s',
    '',
    '[Install]',
    'WantedBy=timers.target',
  ]);
}
