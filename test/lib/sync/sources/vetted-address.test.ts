import type { LookupAddress } from 'node:dns';
import type { AddressPolicy } from '../../../../lib/sync/sources/public-address.js';
import { vettedAddress } from '../../../../lib/sync/sources/vetted-address.js';

type Resolve = NonNullable<AddressPolicy['resolve']>;

/** A resolver that knows one name. */
function resolver(...addresses: readonly string[]): Resolve {
  const answers: LookupAddress[] = addresses.map((address) => ({
    address,
    family: address.includes(':') ? 6 : 4,
  }));
  const resolve = (
    _host: string,
    _options: unknown,
    done: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
  ): void => {
    if (answers.length > 0) done(null, answers);
    else done(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), []);
  };
  return resolve as Resolve;
}

describe('vettedAddress', () => {
  it.each([
    ['prep.example.net', ['8.8.4.4', '8.8.8.8'], '8.8.4.4'],
    ['prep.example.net', ['2606:4700::1111'], '2606:4700::1111'],
    ['8.8.4.4', [], '8.8.4.4'],
    ['[2606:4700::1111]', [], '2606:4700::1111'],
  ])('gives %s, which leads to %j, as %s', async (host, addresses, expected) => {
    expect(await vettedAddress(host, { resolve: resolver(...addresses) })).toBe(expected);
  });

  it.each([
    ['prep.example.net', ['8.8.4.4', '127.0.0.1']],
    ['prep.example.net', ['::ffff:10.0.0.1']],
    ['10.0.0.1', []],
  ])('refuses %s, which leads to %j', async (host, addresses) => {
    await expect(vettedAddress(host, { resolve: resolver(...addresses) })).rejects.toMatchObject({
      code: 'SOURCE_ADDRESS_FORBIDDEN',
    });
  });

  it('says that a name leads nowhere', async () => {
    await expect(vettedAddress('prep.example.net', { resolve: resolver() })).rejects.toMatchObject({
      code: 'SOURCE_UNREACHABLE',
      params: { host: 'prep.example.net', reason: 'ENOTFOUND' },
      retryable: true,
    });
  });
});
