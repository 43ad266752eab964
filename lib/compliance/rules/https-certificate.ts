import { EDGE_REGION } from '../../edge-region.js';
import { all, unless, unread } from '../conclude.js';
import { nameCovers } from '../domain-name.js';
import { isUnresolved, type DistributionFact, type Facts } from '../facts.js';
import { breached, met, type Finding, type Rule } from '../rule.js';
import { eachDistribution } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

const TLS = ['TLSv1.2_2021', 'TLSv1.2_2025', 'TLSv1.3_2025'];
const HTTPS = ['redirect-to-https', 'https-only'];

/** The domain answers with a certificate of its own, over today's TLS and never over plain HTTP. */
export const httpsCertificate: Rule<NoParams> = {
  id: 'https-certificate',
  how: 'rule.https-certificate.how',
  reads: ['distributions', 'certificates'],
  params: noParams,
  evaluate: (facts, context) =>
    eachDistribution(facts, context, (distribution) =>
      all([
        judgeCertificate(distribution, context.domain, facts),
        unless(
          [
            ...judgeAlias(distribution, context.domain),
            ...judgeTls(distribution),
            ...judgeProtocol(distribution),
          ],
          met({
            text: 'rule.https-certificate.met',
            params: { domain: context.domain },
            resource: distribution.resource,
          }),
        ),
      ]),
    ),
};

function judgeAlias({ aliases, resource }: DistributionFact, domain: string): Finding[] {
  if (aliases.some((alias) => nameCovers(alias, domain))) return [];
  const hole = aliases.find(isUnresolved);
  return [
    hole
      ? unread(hole, resource)
      : breached({ text: 'rule.https-certificate.no-alias', params: { domain }, resource }),
  ];
}

function judgeTls({ minimumTls, resource }: DistributionFact): Finding[] {
  if (isUnresolved(minimumTls)) return [unread(minimumTls, resource)];
  if (minimumTls !== undefined && TLS.includes(minimumTls)) return [];
  const params = { version: minimumTls ?? 'TLSv1', floor: TLS[0] ?? '' };
  return [breached({ text: 'rule.https-certificate.old-tls', params, resource })];
}

function judgeProtocol({ behaviors, resource }: DistributionFact): Finding[] {
  return behaviors.flatMap(({ viewerProtocol, path }) => {
    if (isUnresolved(viewerProtocol)) return [unread(viewerProtocol, resource)];
    const safe = viewerProtocol !== undefined && HTTPS.includes(viewerProtocol);
    return safe ? [] : [breached({ text: 'rule.https-certificate.plain-http', params: { path }, resource })];
  });
}

function judgeCertificate(
  { certificate, resource }: DistributionFact,
  domain: string,
  facts: Facts,
): Finding {
  if (certificate === undefined) return breached({ text: 'rule.https-certificate.none', resource });
  if (isUnresolved(certificate)) return unread(certificate, resource);
  if (certificate.startsWith('arn:')) return judgeArn(certificate, resource);
  const found = facts.certificates.find((candidate) => candidate.resource === certificate);
  if (found === undefined)
    return breached({ text: 'rule.https-certificate.missing', params: { certificate }, resource });
  const { domains, region } = found;
  if (region !== undefined && region !== EDGE_REGION) {
    return breached({ text: 'rule.https-certificate.region', params: { region }, resource: found.resource });
  }
  if (domains.some((name) => nameCovers(name, domain))) return met();
  const hole = domains.find(isUnresolved);
  if (hole !== undefined) return unread(hole, found.resource);
  return breached({
    text: 'rule.https-certificate.other-name',
    params: { domain },
    resource: found.resource,
  });
}

/** Whose names a certificate outside the templates covers shows on the running site only. */
function judgeArn(arn: string, resource: string): Finding {
  const region = /^arn:[\w-]+:acm:([\w-]+):/.exec(arn)?.[1] ?? '';
  return region === EDGE_REGION
    ? met({ text: 'rule.https-certificate.live', params: { arn }, resource })
    : breached({ text: 'rule.https-certificate.region', params: { region }, resource });
}
