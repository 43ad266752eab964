import type { IncomingMessage, ServerResponse } from 'node:http';
import { startHttp } from './servers.js';

/** An AWS service on loopback, as far as a test needs it. */
export abstract class AwsDouble {
  #port = 0;
  #close: () => Promise<void> = () => Promise.resolve();

  async start(): Promise<this> {
    const server = await startHttp((request, response) => void this.answer(request, response));
    this.#port = server.port;
    this.#close = server.close;
    return this;
  }

  stop(): Promise<void> {
    return this.#close();
  }

  /** Of the system's choice; 0 until the double is started. */
  protected get port(): number {
    return this.#port;
  }

  protected abstract answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
}
