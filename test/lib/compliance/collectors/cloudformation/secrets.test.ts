import { collectSecrets } from '../../../../../lib/compliance/collectors/cloudformation/secrets.js';
import { resource, stack } from './stack.js';

test('collectSecrets finds the secrets of Secrets Manager', () => {
  const assembly = stack({ S: resource('AWS::SecretsManager::Secret'), P: resource('AWS::SSM::Parameter') });
  expect(collectSecrets(assembly)).toEqual([{ resource: 'site/S', kind: 'secrets-manager' }]);
});
