import { settled } from '../../../lib/config/settled.js';
import { thrownBy } from '../../support/thrown.js';

describe('settled', () => {
  it('gives a value back, also one that counts as false', () => {
    expect(settled(0, 'a')).toBe(0);
    expect(settled(null, 'a')).toBeNull();
  });

  it('names the key that no check has seen to', () => {
    expect(thrownBy(() => settled(undefined, 'server.tls'))).toMatchObject({
      code: 'INTERNAL',
      params: { reason: 'server.tls' },
    });
  });
});
