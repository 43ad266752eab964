import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Records of a name, or that the server fails to look it up. */
export type Records = { readonly A?: readonly string[]; readonly AAAA?: readonly string[] } | 'fails';

export interface NameServerOptions {
  /** @default loopback */
  readonly address?: string;
  /** @default one that the system gives */
  readonly port?: number;
  /** A command that runs it, e.g. in a network of its own, as words. @default none */
  readonly under?: readonly string[];
}

/** A name server that knows a few names, and of any other that there is none; a process of its own. */
export class NameServer {
  /** Questions as they came, all of them once it is stopped: `AAAA prep.example.org`. */
  readonly asked: string[] = [];
  readonly #child: ChildProcessByStdio<null, Readable, null>;
  readonly #port: Promise<number>;
  readonly #closed: Promise<unknown>;

  constructor(
    names: Readonly<Record<string, Records>>,
    { address = '127.0.0.1', port = 0, under = [] }: NameServerOptions = {},
  ) {
    const program = [process.execPath, join(__dirname, 'serve-names.cjs')];
    const [command = '', ...args] = [...under, ...program, address, String(port), JSON.stringify(names)];
    this.#child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#closed = once(this.#child, 'close');
    const lines = createInterface({ input: this.#child.stdout });
    this.#port = once(lines, 'line').then(([line]) => {
      lines.on('line', (question) => this.asked.push(question));
      return Number(line);
    });
  }

  async start(): Promise<this> {
    await this.#port;
    return this;
  }

  /** One that asks this server alone. */
  async resolver(): Promise<Resolver> {
    const resolver = new Resolver({ timeout: 5_000, tries: 2 });
    resolver.setServers([`127.0.0.1:${await this.#port}`]);
    return resolver;
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#closed;
  }
}
