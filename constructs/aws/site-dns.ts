import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { AaaaRecord, ARecord, RecordTarget, type IHostedZone } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';

export interface SiteDnsProps {
  /** Public name of the site. */
  readonly domain: string;
  /** Zone in which the records are made; it must hold the domain. */
  readonly hostedZone: IHostedZone;
  /** What the records point to. */
  readonly distribution: IDistribution;
}

/** The site's A and AAAA records, alias of the distribution. */
export class SiteDns extends Construct {
  constructor(scope: Construct, id: string, props: SiteDnsProps) {
    super(scope, id);
    const record = {
      zone: props.hostedZone,
      recordName: `${props.domain}.`,
      target: RecordTarget.fromAlias(new CloudFrontTarget(props.distribution)),
    };
    new ARecord(this, 'A', record);
    new AaaaRecord(this, 'Aaaa', record);
  }
}
