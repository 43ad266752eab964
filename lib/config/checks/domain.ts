import type { Check } from './check.js';

/** The certificate's zone must hold the domain, and the difusor's site cannot be the institute's server. */
export const domainFaults: Check = ({ config: { domain, certificate, source } }) => {
  if (domain === undefined) return [];
  const path = ['domain'];
  if (domain === source?.host) return [{ id: 'problem.domain-is-source', path, params: { got: domain } }];
  const zone = certificate?.hostedZone?.name;
  if (zone === undefined || domain === zone || domain.endsWith(`.${zone}`)) return [];
  return [{ id: 'problem.domain-not-covered', path, params: { got: domain, zone } }];
};
