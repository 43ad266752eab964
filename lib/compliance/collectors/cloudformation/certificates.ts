import type { CertificateFact } from '../../facts.js';
import type { Assembly } from './assembly.js';

/** Every certificate that the templates request. */
export function collectCertificates(assembly: Assembly): CertificateFact[] {
  return assembly.ofType('AWS::CertificateManager::Certificate').map(({ id, region, properties }) => ({
    resource: id,
    domains: [properties.get('DomainName'), ...properties.get('SubjectAlternativeNames').items()].flatMap(
      (name) => {
        const text = name.text();
        return text === undefined ? [] : [text];
      },
    ),
    region,
  }));
}
