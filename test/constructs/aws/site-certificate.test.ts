import { SiteCertificate } from '../../../constructs/aws/index.js';
import { emptyStack, templateOf } from '../../support/stack.js';

const ARN = 'arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012';

describe('SiteCertificate', () => {
  it('makes a certificate for the domain, validated by DNS in the hosted zone', () => {
    const template = templateOf(
      (scope) =>
        new SiteCertificate(scope, 'Certificate', {
          domain: 'prep.example.org',
          certificate: { kind: 'dns', hostedZoneId: 'Z0123456789', zoneName: 'example.org' },
        }),
    );
    template.hasResourceProperties('AWS::CertificateManager::Certificate', {
      DomainName: 'prep.example.org',
      ValidationMethod: 'DNS',
      DomainValidationOptions: [{ DomainName: 'prep.example.org', HostedZoneId: 'Z0123456789' }],
    });
  });

  it('takes an existing certificate as it is and makes none', () => {
    const template = templateOf((scope) => {
      const site = new SiteCertificate(scope, 'Certificate', {
        domain: 'prep.example.org',
        certificate: { kind: 'existing', arn: ARN },
      });
      expect(site.certificate.certificateArn).toBe(ARN);
    });
    template.resourceCountIs('AWS::CertificateManager::Certificate', 0);
  });

  it('knows no hosted zone where only an ARN is given, so that nobody makes records in it', () => {
    const { hostedZone } = new SiteCertificate(emptyStack(), 'Certificate', {
      domain: 'prep.example.org',
      certificate: { kind: 'existing', arn: ARN },
    });
    expect(hostedZone).toBeUndefined();
  });
});
