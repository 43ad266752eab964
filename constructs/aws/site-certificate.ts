import { Certificate, CertificateValidation, type ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import { HostedZone, type IHostedZone } from 'aws-cdk-lib/aws-route53';
import { Construct } from 'constructs';
import type { CertificatePlan } from '../../lib/config/index.js';

export interface SiteCertificateProps {
  /** Public name of the site. */
  readonly domain: string;
  /** An ARN that the difusor already has (in us-east-1), or the hosted zone that validates a new one. */
  readonly certificate: CertificatePlan;
}

/**
 * The certificate of the site, existing or validated by DNS; it must stand in a stack of us-east-1.
 * @see bcs-2024 II.e
 */
export class SiteCertificate extends Construct {
  readonly certificate: ICertificate;
  /** The zone in which the site's records can be made; absent where the difusor brings the certificate alone. */
  readonly hostedZone: IHostedZone | undefined;

  constructor(scope: Construct, id: string, props: SiteCertificateProps) {
    super(scope, id);
    const { domain, certificate } = props;
    if (certificate.kind === 'existing') {
      this.certificate = Certificate.fromCertificateArn(this, 'Certificate', certificate.arn);
      return;
    }
    this.hostedZone = HostedZone.fromHostedZoneAttributes(this, 'Zone', {
      hostedZoneId: certificate.hostedZoneId,
      zoneName: certificate.zoneName,
    });
    this.certificate = new Certificate(this, 'Certificate', {
      domainName: domain,
      validation: CertificateValidation.fromDns(this.hostedZone),
    });
  }
}
