// A service of the plan in its container, as Terraform would make it but for the names, and what it uses of the CPU.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { docker } from './engine.mjs';

const require = createRequire(import.meta.url);
const { dataFolders } = require('../../dist/constructs/server/host/data-folders.js');
const { imageContext } = require('../../dist/constructs/server/service/image-context.js');

/** Makes the folders of the plan's host. */
export function makeFolders(plan) {
  for (const { path, mode, owner } of dataFolders(plan)) {
    mkdirSync(path, { recursive: true });
    own(path, { mode, owner });
  }
}

/**
 * Starts a container of the service.
 * @param entrypoint words in place of the image's own
 */
export function start(service, { name, base, entrypoint = [] }) {
  for (const { path, content, ...rights } of service.files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    own(path, rights);
  }
  const [program, ...words] = entrypoint;
  const image = build(service, base);
  docker(...runWords(service, name), ...(program ? ['--entrypoint', program] : []), image, ...words);
  return {
    name,
    port: (inside) => Number(/:(\d+)$/m.exec(docker('port', name, String(inside)))[1]),
    cpuSeconds: cpuClock(Number(docker('inspect', '--format', '{{.State.Pid}}', name))),
    remove: () => docker('rm', '--force', name),
  };
}

/** @throws what the container says, when it does not answer in time */
export async function untilAnswers({ name }, asks) {
  for (const giveUpAt = performance.now() + 30_000; performance.now() < giveUpAt; await sleep(100))
    if (await asks().catch(() => false)) return;
  throw new Error(`${name} gives no answer: ${docker('logs', name)}`);
}

function own(path, { mode, owner }) {
  execFileSync('chown', [owner, path]);
  chmodSync(path, Number.parseInt(mode, 8));
}

function build({ name, buildArguments }, base) {
  const { folder, digest } = imageContext(name);
  const words = Object.entries({ BASE: base, ...buildArguments }).map((pair) => pair.join('='));
  const tag = `difusor-bench-${name}:${digest.slice(0, 12)}-${words.join('-').replace(/\W/g, '')}`;
  docker('build', '--quiet', ...words.flatMap((word) => ['--build-arg', word]), '--tag', tag, folder);
  return tag;
}

function runWords(service, name) {
  const { ports, mounts, memoryFolders, capabilities } = service;
  return [
    ...['run', '--detach', '--init', '--name', name, '--user', service.user, '--no-healthcheck'],
    ...['--read-only', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'],
    ...['--memory', `${service.memoryMegabytes}m`, '--pids-limit', String(service.processes)],
    ...['--ulimit', `nofile=${service.openFiles}`],
    ...capabilities.flatMap((each) => ['--cap-add', each]),
    ...ports.flatMap(({ container }) => ['--publish', String(container)]),
    ...mounts.flatMap(({ host, container, readOnly }) => [
      '--volume',
      `${host}:${container}${readOnly ? ':ro' : ''}`,
    ]),
    ...Object.entries(memoryFolders).flatMap(([path, options]) => ['--tmpfs', `${path}:${options}`]),
    ...Object.entries(service.environment ?? {}).flatMap((pair) => ['--env', pair.join('=')]),
  ];
}

/** A function that tells the seconds of CPU that a process's control group has used; either version of them. */
function cpuClock(pid) {
  const groups = readFileSync(`/proc/${pid}/cgroup`, 'utf8');
  const first = /^\d+:(?:[^:]*,)?cpuacct(?:,[^:]*)?:(.*)$/m.exec(groups)?.[1];
  if (first !== undefined) {
    const file = ['cpuacct', 'cpu,cpuacct'].map((at) => join('/sys/fs/cgroup', at, first, 'cpuacct.usage'));
    const usage = file.find((each) => existsSync(each));
    return () => Number(readFileSync(usage, 'utf8')) / 1e9;
  }
  const second = /^0::(.*)$/m.exec(groups)[1];
  const stat = join('/sys/fs/cgroup', second, 'cpu.stat');
  return () => Number(/^usage_usec (\d+)$/m.exec(readFileSync(stat, 'utf8'))[1]) / 1e6;
}
