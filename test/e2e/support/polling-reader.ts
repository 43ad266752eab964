import { request, type RequestOptions } from 'node:http';
import { request as requestByTls, type RequestOptions as TlsOptions } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from './until.js';

/** What readers got, in the order of the answers. */
export interface Readings {
  /** Bodies of answers with status 200, each once. */
  readonly bodies: readonly string[];
  readonly answers: number;
  /** What was no 200: a status, or why there was no answer. */
  readonly failures: readonly string[];
}

export interface Readers {
  /** @default 4 */
  readonly count?: number;
  /**
   * Milliseconds from an answer to the same reader's next question.
   * @default 2
   */
  readonly pauseMs?: number;
  /** From which address they ask, and whom they trust. */
  readonly options?: AskOptions;
}

export type AskOptions = Pick<RequestOptions, 'localAddress' | 'headers'> &
  Pick<TlsOptions, 'ca' | 'servername'>;

/** Several readers who ask for one page over and over, each time on a new connection, until they are stopped. */
class PollingReaders {
  readonly #bodies = new Set<string>();
  readonly #failures: string[] = [];
  readonly #ended: Promise<unknown>;
  #answers = 0;
  #stopped = false;

  constructor(
    private readonly url: string,
    private readonly readers: Readers,
  ) {
    this.#ended = Promise.all(Array.from({ length: readers.count ?? 4 }, () => this.#poll()));
  }

  /** Waits for so many further answers. */
  async hear(more: number): Promise<void> {
    const goal = this.#answers + more;
    await until(`${more} more answers`, () => this.#answers >= goal);
  }

  async stop(): Promise<Readings> {
    this.#stopped = true;
    await this.#ended;
    return { bodies: [...this.#bodies], answers: this.#answers, failures: this.#failures };
  }

  async #poll(): Promise<void> {
    while (!this.#stopped) {
      const { status, body } = await ask(this.url, this.readers.options);
      this.#answers += 1;
      if (status === 200) this.#bodies.add(body);
      else this.#failures.push(body);
      await sleep(this.readers.pauseMs ?? 2);
    }
  }
}

/** Runs what is done while readers poll, and tells what they got; they stop whatever happens. */
export async function whileReadersPoll(
  url: string,
  work: (readers: PollingReaders) => Promise<void>,
  how: Readers = {},
): Promise<Readings> {
  const readers = new PollingReaders(url, how);
  try {
    await work(readers);
  } finally {
    await readers.stop();
  }
  return readers.stop();
}

/** One answer; without one, why. */
export function ask(
  url: string,
  options: AskOptions = {},
): Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }> {
  return new Promise((resolve) => {
    const send = url.startsWith('https:') ? requestByTls : request;
    const asked = send(url, { ...options, agent: false, timeout: 60_000 }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (text: string) => (body += text));
      answer.on('error', (error) => resolve({ status: 0, body: error.message, headers: {} }));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body, headers: answer.headers }));
    });
    asked.on('timeout', () => asked.destroy(new Error('no answer within 60 s')));
    asked.on('error', (error) => resolve({ status: 0, body: error.message, headers: {} }));
    asked.end();
  });
}
