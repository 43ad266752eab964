import { collectCertificates } from '../../../../../lib/compliance/collectors/cloudformation/certificates.js';
import { IF, resource, stack } from './stack.js';

test('collectCertificates reads every name, and the region of the stack', () => {
  const properties = { DomainName: 'example.org', SubjectAlternativeNames: ['*.example.org', IF] };
  const assembly = stack({ C: resource('AWS::CertificateManager::Certificate', properties) });
  expect(collectCertificates(assembly)).toEqual([
    {
      resource: 'site/C',
      domains: [
        'example.org',
        '*.example.org',
        { unresolved: expect.stringContaining('SubjectAlternativeNames.1') },
      ],
      region: 'us-east-1',
    },
  ]);
});
