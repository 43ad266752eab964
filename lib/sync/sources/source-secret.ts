import { DifusorError } from '../../errors.js';
import type { SecretReader } from '../secrets/secret-reader.js';

/** Where a source's credentials are. */
export interface SourceSecret {
  readonly secrets: SecretReader;
  /**
   * Name or ARN under which `secrets` has the credentials.
   * @default the name in the settings
   */
  readonly secretName?: string | undefined;
}

/**
 * Reads the secret of a source, anew for each run.
 * @param settingsName the name in the settings
 * @throws SETTINGS_INVALID where neither says its name, SECRET_UNREADABLE
 */
export async function readSourceSecret(
  { secrets, secretName }: SourceSecret,
  settingsName: string | undefined,
): Promise<{ readonly name: string; readonly text: string }> {
  const name = secretName ?? settingsName;
  if (name === undefined) throw new DifusorError('SETTINGS_INVALID', { reason: 'source.secretName' });
  return { name, text: await secrets.read(name) };
}
