import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AS_ROOT, asRoot } from '../../../../constructs/server/delivery/as-root.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';

const folder = useTemporaryDirectory();

/** Output of a script for an account of this number, with a sudo that tells its arguments. */
function run(script: string, uid: number): string {
  for (const [name, text] of [
    ['id', `echo ${uid}`],
    ['sudo', 'echo "sudo $*"'],
  ]) {
    writeFileSync(join(folder(), name ?? ''), `#!/bin/sh\n${text}\n`);
    chmodSync(join(folder(), name ?? ''), 0o755);
  }
  const env = { PATH: `${folder()}:${process.env.PATH}` };
  return execFileSync('sh', ['-c', script], { env, encoding: 'utf8' });
}

describe('asRoot', () => {
  it.each([
    [0, 'a b\n'],
    [1000, 'sudo -n echo a b\n'],
  ])('runs a command of account %i with sudo only where it must', (uid, output) => {
    expect(run(asRoot('echo a b'), uid)).toBe(output);
    expect(run(`${AS_ROOT}\nas_root echo 'a b'`, uid)).toBe(output);
  });
});
