import type { SecretFact } from '../../facts.js';
import type { Assembly } from './assembly.js';

/** Every secret of AWS Secrets Manager. */
export function collectSecrets(assembly: Assembly): SecretFact[] {
  return assembly
    .ofType('AWS::SecretsManager::Secret')
    .map(({ id }) => ({ resource: id, kind: 'secrets-manager' }));
}
