import { execFileSync, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real Docker Engine for the tests. */
export interface DockerEngine {
  /** As in `DOCKER_HOST`. */
  readonly host: string;
  /** Address of this machine's at which the engine's published ports are found. */
  readonly address: string;
  /** Addresses from which this machine can ask, so that a test can be several readers. */
  readonly readers: readonly string[];
  /** Network namespace in which it and its bridges are. */
  readonly namespace: string;
}

const SCRIPT = join(__dirname, 'docker-engine.sh');
/** Kept from run to run, for the images; one for each user of the machine. */
const FOLDER = join(tmpdir(), `difusor-e2e-docker-${process.getuid?.() ?? 0}`);
/** The same, for a test that changes the network around its engine, or stops it. */
const FOLDER_APART = `${FOLDER}-apart`;
const START_MS = 600_000;
const COMMAND_MS = 900_000;

/** An engine that no other test uses, as on a host of its own. */
export interface EngineApart extends DockerEngine {
  /** Stops the daemon and starts it again; its containers go on. */
  restart(): void;
}

/** One command of Docker's on the engine of the moment; its standard output. */
export function docker(...args: readonly string[]): string {
  return execFileSync('docker', args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: COMMAND_MS,
    maxBuffer: 2 ** 28,
    // The classic builder: the other one is a program that not every distribution brings.
    env: { ...process.env, DOCKER_BUILDKIT: '0' },
  });
}

/** The same, where a failure is told by what it gives back. */
export function tryDocker(...args: readonly string[]): SpawnSyncReturns<string> {
  // A child gets this process's own variables unless told otherwise, and under jest those are not the test's.
  return spawnSync('docker', args, { encoding: 'utf8', maxBuffer: 2 ** 28, env: process.env });
}

/**
 * Gives the tests of a file an engine of the tests' own, in a network of its own, which ends with the last process that
 * uses it. `DOCKER_HOST` leads to it, for every child that is given `env: process.env`. Another engine of the machine's
 * is left alone: there, ports may be taken, and every reader would have one address.
 */
export function useDockerEngine(): () => DockerEngine {
  return useEngine(() => startedEngine(FOLDER));
}

/** As {@link useDockerEngine}, with an engine that is always of the tests' own and apart from the others'. */
export function useDockerEngineApart(): () => EngineApart {
  return useEngine(() => ({
    ...startedEngine(FOLDER_APART),
    restart: () => void engineScript('restart', FOLDER_APART),
  }));
}

function useEngine<E extends DockerEngine>(start: () => E): () => E {
  const before = process.env.DOCKER_HOST;
  let engine: E | undefined;
  beforeAll(() => {
    engine = start();
    process.env.DOCKER_HOST = engine.host;
  }, START_MS);
  afterAll(() => {
    leaveEngine(engine);
    if (before === undefined) delete process.env.DOCKER_HOST;
    else process.env.DOCKER_HOST = before;
  }, START_MS);
  return () => {
    if (engine === undefined) throw new Error('the engine is there from beforeAll on');
    return engine;
  };
}

function startedEngine(folder: string): DockerEngine {
  const [host = '', address = '', namespace = ''] = engineScript('join', folder).trim().split(' ');
  const readers = Array.from({ length: 9 }, (_, index) => address.replace(/\d+$/, String(index + 1)));
  return { host, address, readers, namespace };
}

/** Stops the engine, unless another process uses it. */
function leaveEngine(engine: DockerEngine | undefined): void {
  const folder = [FOLDER_APART, FOLDER].find((each) => engine?.host === `unix://${each}/docker.sock`);
  if (folder !== undefined) engineScript('leave', folder);
}

function engineScript(verb: 'join' | 'restart' | 'leave', folder: string): string {
  mkdirSync(folder, { recursive: true });
  const command = ['--close', join(folder, 'lock'), 'bash', SCRIPT, verb, folder, String(process.pid)];
  return execFileSync('flock', command, {
    encoding: 'utf8',
    timeout: START_MS,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
