import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  neededFiles,
  neededFilesScript,
  type NeededFile,
} from '../../../../constructs/server/delivery/needed-files.js';
import { createMessages } from '../../../../lib/messages/index.js';
import { framePlan, serverPlan, sftpPlan } from '../../../support/server-plan.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';

const folder = useTemporaryDirectory();
const OWN = { kind: 'files', certificate: '/etc/ssl/prep/c.pem', key: '/etc/ssl/prep/k.pem' } as const;

test.each([
  ['Veracruz', serverPlan(), ['/srv/prep/secrets/rsyncd.secrets']],
  ['method 1', sftpPlan(), []],
  [
    'a certificate of one’s own',
    framePlan({ server: { ...framePlan().server, tls: OWN } }),
    [OWN.certificate, OWN.key],
  ],
  [
    'a webhook',
    sftpPlan({ alarms: { webhookFile: '/srv/prep/secrets/aviso' } }),
    ['/srv/prep/secrets/aviso'],
  ],
  [
    'credentials of a source',
    sftpPlan({ ingest: undefined, sourceSecretFile: '/srv/prep/secrets/source.json' }),
    ['/srv/prep/secrets/source.json'],
  ],
])('knows the files of %s', (_what, plan, paths) => {
  expect(neededFiles(plan).map(({ path }) => path)).toEqual(paths);
});

describe('the script', () => {
  /** As root would run it; `setpriv` lets a reader through or not. */
  function run(file: NeededFile, reads = true) {
    writeFileSync(join(folder(), 'sudo'), '#!/bin/sh\nshift\nexec "$@"\n', { mode: 0o755 });
    writeFileSync(join(folder(), 'setpriv'), `#!/bin/sh\nexit ${reads ? 0 : 1}\n`, { mode: 0o755 });
    const { status, stderr } = spawnSync('/bin/sh', ['-s'], {
      input: neededFilesScript([file], createMessages()),
      env: { PATH: `${folder()}:/usr/bin:/bin` },
      encoding: 'utf8',
    });
    return { status, stderr: stderr.trim() };
  }
  const path = (): string => join(folder(), 'it’s "a secret" $HOME');
  const put = (mode: number): void => {
    writeFileSync(path(), 'x');
    chmodSync(path(), mode);
  };

  it('is content with files that are there and closed', () => {
    put(0o400);
    expect(run({ path: path(), reader: 'ingest', secret: true })).toEqual({ status: 0, stderr: '' });
  });

  it('tells which file is missing', () => {
    const { status, stderr } = run({ path: path(), secret: true });
    expect(status).not.toBe(0);
    expect(stderr).toContain(`Falta en este equipo el archivo ${path()}.`);
  });

  it('takes a folder, which Docker made in the place of a file, for a missing one', () => {
    mkdirSync(path());
    expect(run({ path: path(), secret: false }).stderr).toContain('Falta');
  });

  it('tells whom a file must belong to that its reader can’t read', () => {
    put(0o400);
    const { status, stderr } = run({ path: path(), reader: 'ingest', secret: true }, false);
    expect(status).not.toBe(0);
    expect(stderr).toContain(`chown 10002:10001 ${path()}`);
  });

  test.each([0o404, 0o402, 0o644])('tells of a secret that is open to others: %o', (mode) => {
    put(mode);
    expect(run({ path: path(), secret: true }).stderr).toContain(`chmod 0400 ${path()}`);
    expect(run({ path: path(), secret: false }).status).toBe(0);
  });
});
