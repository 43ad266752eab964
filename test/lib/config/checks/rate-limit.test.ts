import { rateLimitFaults } from '../../../../lib/config/checks/rate-limit.js';
import { sampleConfig } from '../sample-config.js';

const faultsOf = (rateLimit: Record<string, unknown>) =>
  rateLimitFaults({ config: sampleConfig({ waf: { rateLimit } }) });

describe('rateLimitFaults', () => {
  test.each([
    ['a low limit that only counts', { action: 'count', requestsPer5Minutes: 100 }],
    ['a block at the CGNAT-safe limit', { action: 'block', requestsPer5Minutes: 20_000 }],
    ['a block with the default limit', { action: 'block' }],
  ])('accepts %s', (_name, rateLimit) => {
    expect(faultsOf(rateLimit)).toEqual([]);
  });

  it('refuses a block below it', () => {
    expect(faultsOf({ action: 'block', requestsPer5Minutes: 19_999 })).toEqual([
      {
        id: 'problem.rate-limit-blocks-voters',
        path: ['waf', 'rateLimit', 'requestsPer5Minutes'],
        params: { got: 19_999, minimum: 20_000 },
      },
    ]);
  });

  it('says nothing where there is no firewall to judge', () => {
    expect(rateLimitFaults({ config: {} })).toEqual([]);
  });
});
