import { readFile } from 'node:fs/promises';
import { failureOf } from '../../failure.js';
import { unreadable } from './secret-json.js';
import type { SecretReader } from './secret-reader.js';

/** Where a host keeps the one secret of its worker: in a variable or in a file, such as a container's secret. */
export interface HostSecret {
  /** The secret's text, as the entry point found it in the environment. */
  readonly value?: string | undefined;
  /** Path of a file with the secret's text; goes before `value`. */
  readonly file?: string | undefined;
}

/** Reads the secret of a host without a secret service; the name only serves to name it in errors. */
export function hostSecretReader(secret: HostSecret): SecretReader {
  return {
    read: async (name) => {
      if (secret.file !== undefined) return readSecretFile(name, secret.file);
      if (secret.value === undefined || secret.value === '') throw unreadable(name, 'ENOENT');
      return secret.value;
    },
  };
}

async function readSecretFile(name: string, path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw unreadable(name, failureOf(error).reason, error);
  }
}
