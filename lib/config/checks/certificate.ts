import { EDGE_REGION } from '../../edge-region.js';
import { CERTIFICATE_ARN } from '../formats.js';
import type { Check } from './check.js';

/** An existing certificate must be where CloudFront looks for it: us-east-1, and the stack's own account. */
export const certificateFaults: Check = ({ config: { certificate, account } }) => {
  const [, region, owner] = CERTIFICATE_ARN.exec(certificate?.arn ?? '') ?? [];
  if (region === undefined || owner === undefined) return [];
  const path = ['certificate', 'arn'];
  if (region !== EDGE_REGION) return [{ id: 'problem.certificate-region', path, params: { got: region } }];
  if (account === undefined || account === owner) return [];
  return [{ id: 'problem.certificate-account', path, params: { got: owner, account } }];
};
