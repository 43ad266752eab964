import { addressesIn, addressesOf, systemResolver, type NameResolver } from '../../../lib/audit/addresses.js';
import { NameServer } from '../../support/name-server.js';

describe('the addresses of a name', () => {
  let server: NameServer;
  let resolver: NameResolver;
  beforeEach(async () => {
    server = await new NameServer({
      'both.example.org': { A: ['198.51.100.10', '198.51.100.11'], AAAA: ['2001:db8::10'] },
      'four.example.org': { A: ['198.51.100.10'] },
      'none.example.org': {},
      'broken.example.org': 'fails',
    }).start();
    resolver = await server.resolver();
  });
  afterEach(() => server.stop());

  test.each(['198.51.100.10', '2001:db8::1'])('of %s are its own, and nobody is asked', async (address) => {
    expect(await addressesOf(address, resolver)).toEqual({ value: [address] });
    await server.stop();
    expect(server.asked).toEqual([]);
  });

  it('are those of IPv4, then those of IPv6', async () => {
    expect(await addressesOf('both.example.org', resolver)).toEqual({
      value: ['198.51.100.10', '198.51.100.11', '2001:db8::10'],
    });
  });

  test.each(['none.example.org', 'unknown.example.org'])('are nowhere to be found for %s', async (name) => {
    expect(await addressesOf(name, resolver)).toEqual({ why: 'nothingThere', detail: `DNS ${name}` });
    expect(await addressesIn(name, [6], resolver)).toEqual({ value: [] });
  });

  it('are of the family that is asked for alone', async () => {
    expect(await addressesIn('both.example.org', [6], resolver)).toEqual({ value: ['2001:db8::10'] });
    expect(await addressesIn('four.example.org', [6], resolver)).toEqual({ value: [] });
    expect(await addressesIn('198.51.100.10', [6], resolver)).toEqual({ value: [] });
    await server.stop();
    expect(server.asked).toEqual(['AAAA both.example.org', 'AAAA four.example.org']);
  });

  it('are unknown, not absent, where the name server fails', async () => {
    const unknown = { why: 'unreachable', detail: expect.stringMatching(/^DNS E/) as string };
    expect(await addressesOf('broken.example.org', resolver)).toEqual(unknown);
    expect(await addressesIn('broken.example.org', [6], resolver)).toEqual(unknown);
  });

  it('are asked of this machine’s own name servers unless somebody names others', () => {
    expect(systemResolver()).toMatchObject({ resolve4: expect.any(Function) as unknown });
  });
});
