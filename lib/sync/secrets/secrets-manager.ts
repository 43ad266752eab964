import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { failureOf } from '../../failure.js';
import { unreadable } from './secret-json.js';
import type { SecretReader } from './secret-reader.js';

/** Reads secrets of AWS Secrets Manager by name or ARN. */
export function secretsManagerReader(client: SecretsManagerClient): SecretReader {
  return {
    read: async (name) => {
      const text = await secretString(client, name);
      if (text === undefined) throw unreadable(name, 'SecretString?');
      return text;
    },
  };
}

async function secretString(client: SecretsManagerClient, name: string): Promise<string | undefined> {
  try {
    return (await client.send(new GetSecretValueCommand({ SecretId: name }))).SecretString;
  } catch (error) {
    throw unreadable(name, failureOf(error).reason, error);
  }
}
