import type { IncomingMessage, ServerResponse } from 'node:http';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { AwsDouble } from './aws-double.js';

/** The one call of Secrets Manager that the worker makes. */
export class SecretsManagerDouble extends AwsDouble {
  /** Texts by name; `undefined` is a secret without one. */
  readonly secrets = new Map<string, string | undefined>();

  client(): SecretsManagerClient {
    return new SecretsManagerClient({
      endpoint: `http://127.0.0.1:${this.port}`,
      region: 'us-east-1',
      maxAttempts: 1,
      credentials: { accessKeyId: 'double', secretAccessKey: 'double' },
    });
  }

  protected override async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
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
