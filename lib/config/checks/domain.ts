import type { Fault } from '../fault.js';
import type { Check } from './check.js';

/** Characters of the name that ACM writes into a certificate which it makes. */
const COMMON_NAME_LENGTH = 64;

/** The certificate's zone must hold the domain, and the difusor's site cannot be the institute's server. */
export const domainFaults: Check = ({ config: { domain, certificate, source } }) => {
  if (domain === undefined) return [];
  const path = ['domain'];
  if (source !== undefined && 'host' in source && domain === source.host)
    return [{ id: 'problem.domain-is-source', path, params: { got: domain } }];
  return zoneFaults(domain, certificate?.hostedZone?.name).map((fault) => ({ ...fault, path }));
};

function zoneFaults(domain: string, zone: string | undefined): Omit<Fault, 'path'>[] {
  if (zone === undefined) return [];
  if (domain.length > COMMON_NAME_LENGTH) {
    return [{ id: 'problem.domain-too-long', params: { got: domain.length, limit: COMMON_NAME_LENGTH } }];
  }
  if (domain === zone || domain.endsWith(`.${zone}`)) return [];
  return [{ id: 'problem.domain-not-covered', params: { got: domain, zone } }];
}
