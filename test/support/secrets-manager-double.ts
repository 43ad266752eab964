import type { IncomingMessage, ServerResponse } from 'node:http';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { startHttp } from './servers.js';

/** The one call of Secrets Manager that the worker makes. */
export class SecretsManagerDouble {
  /** Texts by name; `undefined` is a secret without one. */
  readonly secrets = new Map<string, string | undefined>();
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

  client(): SecretsManagerClient {
    return new SecretsManagerClient({
      endpoint: `http://127.0.0.1:${this.#port}`,
      region: 'us-east-1',
      maxAttempts: 1,
      credentials: { accessKeyId: 'double', secretAccessKey: 'double' },
    });
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { SecretId: id } = JSON.parse(Buffer.concat(await request.toArray()).toString()) as {
      SecretId: string;
    };
    const found = request.headers['x-amz-target'] === 'secretsmanager.GetSecretValue' && this.secrets.has(id);
    response.writeHead(found ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' });
    const content = found
      ? { Name: id, SecretString: this.secrets.get(id) }
      : { __type: 'ResourceNotFoundException', Message: 'no such secret' };
    response.end(JSON.stringify(content));
  }
}
