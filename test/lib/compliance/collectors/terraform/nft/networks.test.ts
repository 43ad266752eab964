import { isNarrow } from '../../../../../../lib/compliance/collectors/terraform/nft/networks.js';

describe('isNarrow', () => {
  test.each([
    [[]],
    [['203.0.113.0/28', '198.51.100.7', '2001:db8::/32']],
    [['10.0.0.0/8', '192.168.0.0-192.168.0.9']],
  ])('takes %j', (networks) => {
    expect(isNarrow(networks)).toBe(true);
  });

  test.each([
    [['0.0.0.0/1', '128.0.0.0/1']],
    [['0.0.0.0-255.255.255.255']],
    [Array.from({ length: 8 }, (_, index) => `${index}.0.0.0/8`)],
    [['::/1']],
    [['2001:db8::-2001:db9::']],
    [['@set']],
    [['10.0.0.0/99']],
    [['']],
  ])('takes %j for most of the internet, or for nothing', (networks) => {
    expect(isNarrow(networks)).toBe(false);
  });
});
