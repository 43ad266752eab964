import { spawnSync } from 'node:child_process';
import { runOnHost } from '../../../../constructs/server/delivery/run-on-host.js';
import { serverPlan } from '../../../support/server-plan.js';

const { server } = serverPlan();
const host = { name: 'uno', address: '198.51.100.27', sshPort: 2200, hostKeys: [] };

it('pins the host’s keys and asks nobody', () => {
  const command = runOnHost(server, host, 'true');
  expect(command).toMatch(/^ssh .*-p 2200 -l difusor -- 198.51.100.27 \/bin\/sh -s <<'/);
  for (const option of ['StrictHostKeyChecking=yes', 'UserKnownHostsFile=known_hosts', 'BatchMode=yes']) {
    expect(command).toContain(`-o ${option}`);
  }
});

it('runs here where the engine is this machine’s, as it stands and with its own status', () => {
  const command = runOnHost({ ...server, docker: 'local' }, host, 'echo "$HOME" \'$HOME\'; exit 7');
  const { status, stdout } = spawnSync('/bin/sh', ['-c', command], { env: { HOME: '/h' }, encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 7, stdout: '/h $HOME\n' });
});
