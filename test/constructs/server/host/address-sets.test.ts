import { addressSets } from '../../../../constructs/server/host/address-sets.js';

describe('addressSets', () => {
  it('sorts addresses and networks by family, each once', () => {
    expect(addressSets(['203.0.113.0/28', '2001:db8:5::/64', '192.0.2.7', '::1', '192.0.2.7'])).toEqual({
      ipv4: ['203.0.113.0/28', '192.0.2.7'],
      ipv6: ['2001:db8:5::/64', '::1'],
    });
  });
});
