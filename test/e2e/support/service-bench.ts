import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dataFolders } from '../../../constructs/server/host/data-folders.js';
import { imageContext } from '../../../constructs/server/service/image-context.js';
import type { Health, Service } from '../../../constructs/server/service/service.js';
import type { HostedPlan } from '../../../lib/config/index.js';
import { shellWord } from '../../../lib/shell-word.js';
import { docker, tryDocker, type DockerEngine } from './docker-engine.js';
import { ROOT } from './example-config.js';
import { until } from './until.js';

/** Of the build, which has the publisher's program in its context. */
const CONTEXTS = join(ROOT, 'dist/constructs/server');

/** What is particular to a test's container. */
export interface RunOptions {
  /** Base image. */
  readonly base: string;
  /**
   * Words on top of those of `docker run`.
   * @default none
   */
  readonly more?: readonly string[];
}

/** A running container of a service. */
export interface RunningService {
  readonly name: string;
  /** Address at which the container itself answers, for clients that need no published port. */
  readonly address: string;
  /** Port by which a port of the container's is published. */
  port(container: number): number;
  exec(...command: readonly string[]): string;
  logs(): string;
  /** Kills all of it from outside, as the kernel does when memory ends; comes back once Docker has started it anew. */
  crash(): Promise<void>;
}

/**
 * A host's folders below a temporary one, and its containers as the plan has them, run by plain `docker run`: what
 * Terraform makes of the same plain data is tested apart.
 */
export class ServiceBench {
  readonly #names: string[] = [];
  readonly #id = randomBytes(4).toString('hex');

  constructor(
    readonly engine: DockerEngine,
    readonly plan: HostedPlan,
  ) {
    for (const { path, mode, owner } of dataFolders(plan)) {
      mkdirSync(path, { recursive: true });
      execFileSync('chown', [owner, path]);
      chmodSync(path, Number.parseInt(mode, 8));
    }
  }

  /** Builds the service's image, brings its files, and starts its container. */
  run(service: Service, { base, more = [] }: RunOptions): RunningService {
    const image = this.build(service, base);
    this.deliver(service);
    const name = `difusor-e2e-${this.#id}-${service.name}`;
    this.#names.push(name);
    docker(...runWords(service, name), ...more, image, ...(service.command ?? []));
    return runningService(name);
  }

  /** Puts a service's files where its container reads them, as they are now. */
  deliver(service: Service): void {
    for (const { path, mode, owner, content } of service.files) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      execFileSync('chown', [owner, path]);
      chmodSync(path, Number.parseInt(mode, 8));
    }
  }

  /** Takes all its containers away. */
  end(): void {
    for (const name of this.#names) tryDocker('rm', '--force', name);
  }

  private build(service: Service, base: string): string {
    const { folder, digest } = imageContext(service.name, CONTEXTS);
    const buildArguments = Object.entries({ BASE: base, ...service.buildArguments }).map((pair) =>
      pair.join('='),
    );
    const made = buildArguments.join('-').replace(/\W/g, '');
    const tag = `difusor-e2e-${service.name}:${digest.slice(0, 12)}-${made}`;
    docker(
      'build',
      '--quiet',
      ...buildArguments.flatMap((each) => ['--build-arg', each]),
      '--tag',
      tag,
      folder,
    );
    return tag;
  }
}

function runWords(service: Service, name: string): readonly string[] {
  const { ports, mounts, memoryFolders, capabilities, health } = service;
  return [
    ...['run', '--detach', '--init', '--name', name, '--user', service.user],
    ...['--read-only', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'],
    ...['--memory', `${service.memoryMegabytes}m`, '--memory-swap', `${service.memoryMegabytes}m`],
    ...['--ulimit', `nofile=${service.openFiles}`, '--restart', 'unless-stopped'],
    ...['--stop-signal', service.stopSignal, '--stop-timeout', String(service.stopSeconds)],
    ...(service.network === 'none' ? ['--network', 'none'] : []),
    ...capabilities.flatMap((each) => ['--cap-add', each]),
    ...ports.flatMap(({ container }) => ['--publish', String(container)]),
    ...mounts.flatMap(({ host, container, readOnly }) => [
      '--volume',
      `${host}:${container}${readOnly ? ':ro' : ''}`,
    ]),
    ...Object.entries(memoryFolders).flatMap(([path, options]) => ['--tmpfs', `${path}:${options}`]),
    ...Object.entries(service.environment ?? {}).flatMap((pair) => ['--env', pair.join('=')]),
    ...(health === undefined ? ['--no-healthcheck'] : healthWords(health)),
  ];
}

/** Its own check, asked for as often as a test can wait for. */
function healthWords({ command: [kind, ...words], retries, withinSeconds }: Health): readonly string[] {
  const command = kind === 'CMD' ? words.map(shellWord).join(' ') : words.join(' ');
  return [
    ...['--health-cmd', command, '--health-interval', '1s', '--health-start-period', '0s'],
    ...['--health-retries', String(retries), '--health-timeout', `${withinSeconds}s`],
  ];
}

function runningService(name: string): RunningService {
  const inspect = (format: string): string => docker('inspect', '--format', format, name).trim();
  return {
    name,
    get address() {
      return inspect('{{.NetworkSettings.IPAddress}}');
    },
    port: (container) => Number(/:(\d+)$/m.exec(docker('port', name, String(container)))?.[1]),
    exec: (...command) => docker('exec', name, ...command),
    logs: () => {
      const { stdout, stderr } = tryDocker('logs', name);
      return stdout + stderr;
    },
    crash: async () => {
      const started = inspect('{{.State.StartedAt}}');
      process.kill(Number(inspect('{{.State.Pid}}')), 'SIGKILL');
      const isBack = (): boolean =>
        inspect('{{.State.Running}}') === 'true' && inspect('{{.State.StartedAt}}') !== started;
      await until(`${name} runs again`, isBack, { everyMs: 100 });
    },
  };
}

/** Waits until Docker calls a container healthy. */
export async function untilHealthy({ name, logs }: RunningService): Promise<void> {
  const format = '{{.State.Health.Status}}';
  try {
    await until(
      `${name} is healthy`,
      () => docker('inspect', '--format', format, name).trim() === 'healthy',
      { everyMs: 200 },
    );
  } catch (error) {
    throw new Error(logs(), { cause: error });
  }
}
