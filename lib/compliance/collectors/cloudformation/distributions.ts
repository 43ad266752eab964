import type { DistributionFact, ErrorTtlFact, Fact } from '../../facts.js';
import { collectAccessLogs } from './access-logs.js';
import type { Assembly, Resource } from './assembly.js';
import { readBehaviors } from './behaviors.js';
import { readOrigins } from './origins.js';
import type { TemplateValue } from './template-value.js';

/** Seconds that CloudFront keeps an error where the template says nothing. */
const DEFAULT_ERROR_TTL = 10;

/** Every CloudFront distribution. */
export function collectDistributions(assembly: Assembly): DistributionFact[] {
  return assembly.ofType('AWS::CloudFront::Distribution').map((distribution) => {
    const config = distribution.properties.get('DistributionConfig');
    const viewer = config.get('ViewerCertificate');
    return {
      resource: distribution.id,
      aliases: config
        .get('Aliases')
        .items()
        .map((alias) => alias.text() ?? ''),
      certificate: certificateOf(viewer),
      minimumTls: viewer.get('MinimumProtocolVersion').text(),
      origins: readOrigins(config, assembly),
      behaviors: readBehaviors(config, assembly),
      errorTtls: config.get('CustomErrorResponses').items().map(errorTtl),
      firewall: blankToAbsent(config.get('WebACLId').reference()),
      accessLogs: collectAccessLogs(distribution, assembly),
      geoRestricted: geoRestriction(config),
      declaredEdgeCache: declared(distribution, 'difusor:edge-cache'),
      enabled: config.get('Enabled').flag() ?? true,
      staging: config.get('Staging').flag() ?? false,
      continuousDeployment: blankToAbsent(config.get('ContinuousDeploymentPolicyId').reference()),
    };
  });
}

/** What the stack states of a distribution in its metadata. */
export function declared({ metadata }: Resource, key: string): DistributionFact['declaredEdgeCache'] {
  return metadata.get(key).text();
}

function certificateOf(viewer: TemplateValue): DistributionFact['certificate'] {
  const arn = viewer.get('AcmCertificateArn').reference();
  const iam = viewer.get('IamCertificateId').text();
  return arn ?? (iam === undefined ? undefined : { unresolved: 'IamCertificateId' });
}

function errorTtl(response: TemplateValue): ErrorTtlFact {
  return {
    status: response.get('ErrorCode').number() ?? { unresolved: 'ErrorCode' },
    seconds: response.get('ErrorCachingMinTTL').number() ?? DEFAULT_ERROR_TTL,
    replacedBy: blankToAbsent(response.get('ResponsePagePath').text() ?? response.get('ResponseCode').text()),
  };
}

function geoRestriction(config: TemplateValue): DistributionFact['geoRestricted'] {
  const type = config.get('Restrictions', 'GeoRestriction', 'RestrictionType').text();
  return typeof type === 'object' ? type : type !== undefined && type !== 'none';
}

function blankToAbsent(value: Fact<string> | undefined): Fact<string> | undefined {
  return value === '' ? undefined : value;
}
