import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What the example's Dockerfile calls, and what the shebang of a program of npm's calls. */
const PROGRAMS = ['/bin/dash', '/bin/chmod', '/bin/chown', '/bin/mkdir', '/bin/rm', '/usr/bin/env'];
const AUTHORITIES = '/etc/ssl/certs/ca-certificates.crt';

/**
 * Makes a base image of this host's own programs (Node.js, npm, a shell), so that none has to be downloaded.
 * @param folder an empty one, for its files
 */
export function importBaseImage(tag: string, folder: string): void {
  const put = (path: string, as = path): void => {
    mkdirSync(join(folder, dirname(as)), { recursive: true });
    cpSync(path, join(folder, as), { dereference: true });
  };
  for (const program of PROGRAMS) put(program);
  put(process.execPath, '/usr/bin/node');
  for (const library of [...PROGRAMS, process.execPath].flatMap(librariesOf)) put(library);
  put(AUTHORITIES);
  const npm = execFileSync('npm', ['root', '--global'], { encoding: 'utf8' }).trim();
  cpSync(join(npm, 'npm'), join(folder, 'usr/lib/node_modules/npm'), { recursive: true });
  symlinkSync('../lib/node_modules/npm/bin/npm-cli.js', join(folder, 'usr/bin/npm'));
  symlinkSync('dash', join(folder, 'bin/sh'));
  writeFileSync(join(folder, 'etc/passwd'), 'root:x:0:0::/root:/bin/sh\n');
  for (const name of ['root', 'tmp', 'usr/local/bin']) mkdirSync(join(folder, name), { recursive: true });
  chmodSync(join(folder, 'tmp'), 0o1777);
  const variables = ['PATH=/usr/local/bin:/usr/bin:/bin', `NODE_EXTRA_CA_CERTS=${AUTHORITIES}`].flatMap(
    (each) => ['--change', `ENV ${each}`],
  );
  const files = execFileSync('tar', ['--create', '--directory', folder, '.'], { maxBuffer: 2 ** 30 });
  execFileSync('docker', ['import', ...variables, '-', tag], { input: files, env: process.env });
}

function librariesOf(program: string): readonly string[] {
  const { stdout } = spawnSync('ldd', [program], { encoding: 'utf8' });
  return [...stdout.matchAll(/(\/\S+)/g)]
    .map(([path]) => path.replace(/:$/, ''))
    .filter((path) => path !== program);
}
