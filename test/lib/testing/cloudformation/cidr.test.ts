import { subdivide } from '../../../../lib/testing/cloudformation/cidr.js';

describe('subdivide', () => {
  it('cuts a block into blocks of the size asked for', () => {
    expect(subdivide('10.0.0.0/16', 3, 8)).toEqual(['10.0.0.0/24', '10.0.1.0/24', '10.0.2.0/24']);
    expect(subdivide('192.168.255.0/24', 2, 7)).toEqual(['192.168.255.0/25', '192.168.255.128/25']);
  });

  it.each([
    ['more blocks than fit', '10.0.0.0/24', 3, 7],
    ['no block', '10.0.0.0/24', 0, 4],
    ['an address beyond 255', '10.0.256.0/24', 1, 4],
    ['IPv6', 'fd00::/56', 1, 64],
  ])('refuses %s', (_fault, block, count, bits) => {
    expect(() => subdivide(block, count, bits)).toThrow(/Fn::Cidr/);
  });
});
