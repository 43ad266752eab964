import type { Check } from './check.js';

/** Requests per 5 minutes and address that one shared mobile address (CGNAT) may well send. */
const MIN_BLOCKING = 20_000;

/** A low limit that blocks would shut out voters who share an address. */
export const rateLimitFaults: Check = ({ config: { waf } }) => {
  if (waf === undefined) return [];
  const { action, requestsPer5Minutes: got } = waf.rateLimit;
  if (action === 'count' || got >= MIN_BLOCKING) return [];
  const path = ['waf', 'rateLimit', 'requestsPer5Minutes'];
  return [{ id: 'problem.rate-limit-blocks-voters', path, params: { got, minimum: MIN_BLOCKING } }];
};
