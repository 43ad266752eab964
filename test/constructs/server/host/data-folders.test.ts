import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolders, dataFoldersScript } from '../../../../constructs/server/host/data-folders.js';
import { framePlan, serverPlan, sftpPlan } from '../../../support/server-plan.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';

const root = useTemporaryDirectory();

function planIn(folder: string): ReturnType<typeof serverPlan> {
  const plan = serverPlan();
  return { ...plan, server: { ...plan.server, folder } };
}

it('lets the publisher read what is pushed, and nobody else', () => {
  expect(dataFolders(serverPlan())).toContainEqual({
    path: '/srv/prep/inbox',
    mode: '2770',
    owner: '10002:10001',
  });
});

it('gives the inbox of sftp to the publisher, so that who pushes can’t shut it', () => {
  expect(dataFolders(sftpPlan())).toContainEqual({
    path: '/srv/prep/inbox',
    mode: '2770',
    owner: '10001:10001',
  });
});

it('has no inbox and no packages where a page frames the official site', () => {
  const paths = dataFolders(framePlan()).map(({ path }) => path);
  expect(paths).not.toContain('/srv/prep/inbox');
  expect(paths).not.toContain('/srv/prep/packages');
});

it('makes what is missing and leaves what is there, run as often as one likes', () => {
  const plan = planIn(join(root(), 'prep'));
  // The numbers of the owners are of containers: only root could give files away.
  writeFileSync(join(root(), 'chown'), '#!/bin/sh\n', { mode: 0o755 });
  writeFileSync(join(root(), 'sudo'), '#!/bin/sh\nshift\nexec "$@"\n', { mode: 0o755 });
  const run = (): number | null =>
    spawnSync('/bin/sh', ['-s'], {
      input: dataFoldersScript(plan),
      env: { PATH: `${root()}:/usr/bin:/bin` },
    }).status;

  expect(run()).toBe(0);
  writeFileSync(join(root(), 'prep/packages/one.zip'), 'a package');
  chmodSync(join(root(), 'prep/secrets'), 0o755);
  expect(run()).toBe(0);
  expect(readdirSync(join(root(), 'prep')).sort()).toEqual(
    dataFolders(plan)
      .slice(1)
      .map(({ path }) => path.split('/').at(-1))
      .sort(),
  );
  expect(readFileSync(join(root(), 'prep/packages/one.zip'), 'utf8')).toBe('a package');
  expect(statSync(join(root(), 'prep/secrets')).mode & 0o7777).toBe(0o700);
});
