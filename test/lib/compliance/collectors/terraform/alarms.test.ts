import { firewallProgram } from '../../../../../constructs/server/host/firewall-program.js';
import { watchProgram } from '../../../../../constructs/server/host/watch-program.js';
import { collectHostAlarms } from '../../../../../lib/compliance/collectors/terraform/alarms.js';
import { createMessages } from '../../../../../lib/messages/index.js';

const WATCH = watchProgram(createMessages());
const ENABLED = ['systemctl enable --now w.timer'];

function alarms(
  parts: { timer?: string; service?: string; env?: string; program?: string } = {},
  lines = ENABLED,
) {
  const {
    timer = '[Timer]\nOnCalendar=minutely',
    env = 'MAX_AGE_SECONDS=600\nWEBHOOK_FILE=/x',
    program = WATCH,
  } = parts;
  const { service = '[Service]\nEnvironmentFile=-/etc/w.env\nExecStart=/usr/local/bin/w' } = parts;
  const files = {
    '/etc/systemd/system/w.timer': timer,
    '/etc/systemd/system/w.service': service,
    '/etc/w.env': env,
    '/usr/local/bin/w': program,
  };
  const brought = Object.entries(files).map(
    ([path, content]) => [path, { path, content, resource: 'r' }] as const,
  );
  return collectHostAlarms({
    resource: 'r',
    cloudInit: undefined,
    files: new Map(brought),
    scripts: [],
    lines,
  });
}

describe('collectHostAlarms', () => {
  test.each([
    [{}, { threshold: 600, delaySeconds: 60, notifies: true }],
    [{ timer: '[Timer]\nOnBootSec=10\nOnUnitActiveSec=5min' }, { delaySeconds: 300 }],
    [{ timer: '[Timer]\nOnUnitActiveSec=5min' }, { delaySeconds: { unresolved: 'OnCalendar=' } }],
    [
      { timer: '[Timer]\nOnCalendar=2099-01-01\nOnUnitActiveSec=60' },
      { delaySeconds: { unresolved: 'OnCalendar=2099-01-01' } },
    ],
    [{ timer: '[Timer]\nOnCalendar=Mon 10:00' }, { delaySeconds: { unresolved: 'OnCalendar=Mon 10:00' } }],
    [{ env: 'MAX_AGE_SECONDS=600\nWEBHOOK_FILE=' }, { notifies: false }],
    [{ env: 'MAX_AGE_SECONDS=soon' }, { threshold: { unresolved: 'MAX_AGE_SECONDS=soon' } }],
    // What stands in the file counts more.
    [
      {
        service:
          '[Service]\nEnvironmentFile=/etc/w.env\nEnvironment="MAX_AGE_SECONDS=5"\nExecStart=/usr/local/bin/w',
      },
      { threshold: 600 },
    ],
    [
      { service: '[Service]\nEnvironmentFile=/etc/other\nExecStart=/x' },
      { threshold: { unresolved: '/etc/other' } },
    ],
  ])('reads %j', (parts, alarm) => {
    expect(alarms(parts)).toMatchObject([alarm]);
  });

  test.each([
    [{}, []],
    [{}, ['systemctl disable w.timer']],
    [{ env: 'OTHER=1' }, ENABLED],
    [{ program: firewallProgram('/etc/difusor/firewall.nft', 22, createMessages()) }, ENABLED],
  ])('finds none in %j with %j', (parts, lines) => {
    expect(alarms(parts, lines)).toEqual([]);
  });
});
