// The Docker Engine of the tests, or the one that runs here already.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SUPPORT = fileURLToPath(new URL('../../test/e2e/support/', import.meta.url));
const FOLDER = join(tmpdir(), `difusor-e2e-docker-${process.getuid()}`);

/** Makes an engine that of this process's `docker` commands; the address where it publishes, and the addresses to ask from. */
export function joinEngine() {
  if (spawnSync('docker', ['info'], { stdio: 'ignore' }).status === 0)
    return { address: '127.0.0.1', readers: ['127.0.0.1'], leave: () => undefined };
  const [host, address] = script('join').trim().split(' ');
  process.env.DOCKER_HOST = host;
  const readers = Array.from({ length: 9 }, (_, index) => address.replace(/\d+$/, String(index + 1)));
  return { address, readers, leave: () => script('leave') };
}

/** A base image with the packages that the services need. */
export function debianBase() {
  return run('bash', [join(SUPPORT, 'debian-base.sh')]).trim();
}

/** Standard output of a command of Docker's. */
export function docker(...words) {
  return run('docker', words);
}

function script(verb) {
  mkdirSync(FOLDER, { recursive: true });
  const words = ['--close', join(FOLDER, 'lock'), 'bash', join(SUPPORT, 'docker-engine.sh')];
  return run('flock', [...words, verb, FOLDER, String(process.pid)]);
}

function run(command, words) {
  return execFileSync(command, words, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DOCKER_BUILDKIT: '0' },
  });
}
