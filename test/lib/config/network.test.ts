import fc from 'fast-check';
import { BlockList } from 'node:net';
import { networkFault, overlap, parseNetwork } from '../../../lib/config/network.js';
import { FUZZ_RUNS } from '../../support/fuzz-runs.js';

const parse = (text: string) => {
  const network = parseNetwork(text);
  if (network === undefined) throw new Error(text);
  return network;
};

describe('networkFault', () => {
  test.each([
    '192.0.2.7',
    '192.0.2.0/24',
    '10.0.0.0/8',
    '192.0.2.7/32',
    '2001:db8::1',
    '2001:db8::/32',
    'FD00::/48',
  ])('takes %s', (text) => {
    expect(networkFault(text)).toBeUndefined();
  });

  test.each([
    ['a name', 'instituto.example.net', 'network'],
    ['nothing', '', 'network'],
    ['another notation', '0300.0.2.7', 'network'],
    ['a short address', '192.0.2', 'network'],
    ['a range', '192.0.2.1-192.0.2.9', 'network'],
    ['a mask', '192.0.2.0/255.255.255.0', 'network'],
    ['a prefix with a zero in front', '192.0.2.0/024', 'network'],
    ['a prefix that is too long', '192.0.2.0/33', 'network'],
    ['two prefixes', '192.0.2.0/24/24', 'network'],
    ['a space', '192.0.2.7 ', 'network'],
    ['an interface', 'fe80::1%eth0', 'network'],
    ['IPv4 in an IPv6 coat', '::ffff:192.0.2.7', 'network'],
    ['the same in digits', '::ffff:c000:207', 'network'],
    ['a word that stands for all', 'any', 'network'],
    ['all of IPv4', '0.0.0.0/0', 'network-everybody'],
    ['half of IPv4', '128.0.0.0/1', 'network-everybody'],
    ['all of IPv6', '::/0', 'network-everybody'],
    ['all that is global in IPv6', '2000::/3', 'network-everybody'],
    ['an address inside of its network', '192.0.2.7/24', 'network-host-bits'],
    ['the same in IPv6', '2001:db8::1/64', 'network-host-bits'],
  ])('refuses %s', (_name, text, id) => {
    expect(networkFault(text)).toMatchObject({ id: `problem.${id}` });
  });
});

describe('overlap', () => {
  test.each([
    ['192.0.2.0/24', '192.0.2.255', true],
    ['192.0.2.0/24', '192.0.3.0', false],
    ['192.0.2.0/25', '192.0.2.128/25', false],
    ['2001:db8::/32', '2001:db8:ffff::/48', true],
    ['2001:db8::1', '2001:DB8:0:0::1', true],
    ['0.0.0.1', '::1', false],
  ])('of %s and %s is %s, both ways', (one, other, expected) => {
    expect(overlap(parse(one), parse(other))).toBe(expected);
    expect(overlap(parse(other), parse(one))).toBe(expected);
  });

  it('agrees with the system’s own list about every address', () => {
    const version = fc.constantFrom('ipv4' as const, 'ipv6' as const);
    const cases = version.chain((kind) => {
      const address = kind === 'ipv4' ? fc.ipV4() : fc.ipV6();
      return fc.tuple(
        fc.constant(kind),
        address,
        address,
        fc.integer({ min: 0, max: kind === 'ipv4' ? 32 : 128 }),
      );
    });
    fc.assert(
      fc.property(cases, ([kind, base, address, prefix]) => {
        const network = parseNetwork(`${base}/${prefix}`);
        const single = parseNetwork(address);
        fc.pre(network !== undefined && single !== undefined);
        const list = new BlockList();
        list.addSubnet(base, prefix, kind);
        expect(network !== undefined && single !== undefined && overlap(network, single)).toBe(
          list.check(address, kind),
        );
      }),
      { seed: 20270606, numRuns: FUZZ_RUNS },
    );
  });
});
