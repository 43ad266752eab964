import { spawnSync } from 'node:child_process';
import { createMessages } from '../../../../lib/messages/index.js';
import { renderSetUp } from '../../../../constructs/server/host/index.js';
import { framePlan, serverPlan, sftpPlan } from '../../../support/server-plan.js';

const [VERACRUZ, CHIAPAS, FRAME] = [serverPlan(), sftpPlan(), framePlan()].map((plan) =>
  plan.server.hosts.map((host) => renderSetUp(plan, host)).join(''),
);

describe('renderSetUp', () => {
  it.each([
    ['veracruz', VERACRUZ],
    ['chiapas', CHIAPAS],
    ['a frame', FRAME],
  ])('is a script that a POSIX shell reads, of %s', (_name, script) => {
    expect(spawnSync('sh', ['-n'], { input: script, encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  it('runs only once it was read whole, and leaves the rest of its input alone', () => {
    expect(VERACRUZ).toMatch(/\nmain < \/dev\/null\n$/);
  });

  it('proves files before they take effect', () => {
    expect(VERACRUZ).toMatch(
      /check_ssh\(\) \{\n {2}sh -c 'mkdir -p \/run\/sshd && exec \/usr\/sbin\/sshd -t'\n\}/,
    );
    expect(VERACRUZ).toContain('"check_$part" || { restore; undone "$1"; }');
  });

  it('speaks the language that it is asked for', () => {
    const plan = serverPlan();
    const script = plan.server.hosts.map((host) => renderSetUp(plan, host, createMessages('en'))).join('');
    expect(VERACRUZ).toContain('Servidor listo (difusor-veracruz-2024, uno).');
    expect(script).toContain('The server is ready (difusor-veracruz-2024, uno).');
  });

  it('ends the text of a file with a line that the file does not have', () => {
    const base = serverPlan();
    const plan = serverPlan({
      server: {
        ...base.server,
        administrator: { ...base.server.administrator, keys: ['END_OF_FILE', 'END_OF_FILE_'] },
      },
    });
    const script = plan.server.hosts.map((host) => renderSetUp(plan, host)).join('');
    expect(script).toContain("authorized_keys.d/difusor' 0644 root:root <<'END_OF_FILE__'\n");
  });
});
