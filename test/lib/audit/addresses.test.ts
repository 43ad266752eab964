import { addressesOf } from '../../../lib/audit/addresses.js';

describe('addressesOf', () => {
  test.each(['198.51.100.10', '2001:db8::1'])('gives %s as its own, and asks nobody', async (address) => {
    expect(await addressesOf(address)).toEqual({ value: [address] });
  });
});
