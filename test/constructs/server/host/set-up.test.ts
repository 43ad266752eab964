import { spawnSync } from 'node:child_process';
import { createMessages } from '../../../../lib/messages/index.js';
import { setUpFunctions } from '../../../../constructs/server/host/set-up-functions.js';
import { renderSetUp } from '../../../../constructs/server/host/index.js';
import { framePlan, serverPlan, sftpPlan } from '../../../support/server-plan.js';

const [VERACRUZ, CHIAPAS, FRAME] = [serverPlan(), sftpPlan(), framePlan()].map((plan) =>
  plan.server.hosts.map((host) => renderSetUp(plan, host)).join(''),
);

const REFUSED = { status: 1, stdout: '', stderr: expect.stringMatching(/^No se tocó nada: .*su nombre/) };
const WARNED = { status: 0, stdout: 'Aviso: la configuración es para otra versión; aquí hay su nombre.\n' };

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

  it.each([
    ['the plan’s Ubuntu', 'ubuntu', '22.04', false, { status: 0, stdout: '', stderr: '' }],
    ['another Ubuntu', 'ubuntu', '24.04', false, REFUSED],
    ['Debian', 'debian', '12', false, REFUSED],
    ['nothing that it knows', '', '', false, REFUSED],
    ['another Ubuntu that the plan lets it take', 'ubuntu', '24.04', true, WARNED],
    ['Debian that the plan lets it take', 'debian', '12', true, WARNED],
    ['a system that is neither, whatever the plan says', 'alpine', '3.20', true, REFUSED],
  ])('judges the host’s system: %s', (_what, system, version, otherSystem, verdict) => {
    const functions = setUpFunctions(createMessages(), { ubuntu: '22.04', otherSystem });
    const input = `set -eu\n${functions}\nfit_system '${system}' '${version}' 'su nombre'\n`;
    expect(spawnSync('sh', ['-s'], { input, encoding: 'utf8' })).toMatchObject(verdict);
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
