import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { cleanEnvironment } from './clean-environment.js';

const FOLDER = join(__dirname, '..', 'aws-stand-in');

export interface AwsStandInOptions {
  /**
   * The stand-in's present, in which it judges the dates of schedules.
   * @default the machine's clock
   */
  readonly now?: string;
  /**
   * Route 53 zones that are there before any stack, by id.
   * @default none
   */
  readonly hostedZones?: Readonly<Record<string, string>>;
}

export interface StandInResource {
  readonly logicalId: string;
  readonly physicalId: string;
  readonly type: string;
  readonly madeBy: 'emulated API' | 'recorded only' | 'nothing to make';
  /** What a `recorded only` type's API would have got. */
  readonly recorded: Readonly<Record<string, unknown>> | null;
}

export interface StandInEvent {
  readonly logicalId: string;
  readonly type: string;
  readonly status: string;
  readonly reason: string | null;
}

export interface StandInStack {
  readonly name: string;
  readonly region: string;
  readonly status: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** What the stack has now. */
  readonly resources: readonly StandInResource[];
  /** Oldest first. */
  readonly events: readonly StandInEvent[];
}

/** The moto-based AWS stand-in, running on a free loopback port until `stop`. */
export interface AwsStandIn {
  readonly url: string;
  /** Every stack, deleted ones too. */
  stacks(): Promise<readonly StandInStack[]>;
  /** The newest stack of that name. */
  stack(name: string): Promise<StandInStack>;
  stop(): Promise<void>;
}

type Server = ChildProcessByStdio<Writable, Readable, Readable>;

/** Starts the stand-in and waits until it answers. */
export async function startAwsStandIn(options: AwsStandInOptions = {}): Promise<AwsStandIn> {
  const zones = Object.entries(options.hostedZones ?? {});
  const args = [
    ...(options.now === undefined ? [] : ['--now', options.now]),
    ...zones.flatMap(([id, name]) => ['--hosted-zone', `${id}=${name}`]),
  ];
  const server = spawn('python3', [FOLDER, ...args], {
    env: cleanEnvironment({ PYTHONDONTWRITEBYTECODE: '1' }),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const url = await address(server);
  const stacks = async (): Promise<readonly StandInStack[]> => {
    const response = await fetch(`${url}/_stand-in/report`);
    return ((await response.json()) as { stacks: StandInStack[] }).stacks;
  };
  return {
    url,
    stacks,
    stack: async (name) => {
      const found = (await stacks()).findLast((stack) => stack.name === name);
      if (found === undefined) throw new Error(`the stand-in has no stack ${name}`);
      return found;
    },
    stop: async () => {
      // The server ends with its standard input, also when this process is killed.
      server.stdin.end();
      if (server.exitCode === null) await once(server, 'exit');
    },
  };
}

async function address(server: Server): Promise<string> {
  let complaint = '';
  server.stderr
    .setEncoding('utf8')
    .on('data', (text: string) => (complaint = (complaint + text).slice(-10_000)));
  const ended = once(server, 'exit').then(([code]) => {
    throw new Error(`the AWS stand-in ended with ${String(code)}: ${complaint}`);
  });
  const said = once(createInterface({ input: server.stdout }), 'line');
  const [line] = (await Promise.race([said, ended])) as [string];
  ended.catch(() => undefined);
  return (JSON.parse(line) as { url: string }).url;
}
