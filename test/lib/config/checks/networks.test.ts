import { networkFaults } from '../../../../lib/config/checks/networks.js';
import { ADMINISTRATOR_KEY } from '../../../support/server-plan.js';
import { faultsIn, veracruz } from './server-faults.js';

const found = (server: object) => faultsIn(networkFaults, veracruz(server));
const administrator = (from: string[]) => ({ administrator: { keys: [ADMINISTRATOR_KEY], from } });

describe('networkFaults', () => {
  it('finds nothing in networks that lie apart', () => {
    expect(found({})).toEqual([]);
    expect(found({ trusted: ['192.0.2.0/25', '192.0.2.128/25', '2001:db8::/48'] })).toEqual([]);
    expect(networkFaults({ config: {} })).toEqual([]);
  });

  it('lets an address of the difusor’s be one of the institute’s too', () => {
    expect(found({ trusted: ['192.0.2.0/24'], ...administrator(['192.0.2.7']) })).toEqual([]);
  });

  test.each<[string, string[], string]>([
    ['an address twice', ['192.0.2.7', '192.0.2.7/32'], '1'],
    ['an address inside of a network', ['203.0.113.1', '192.0.2.0/24', '192.0.2.7'], '2'],
    ['a network around an address', ['192.0.2.7', '192.0.2.0/24'], '1'],
    ['the same in two notations', ['2001:db8::1', '2001:db8:0:0::1'], '1'],
  ])('refuses %s', (_name, trusted, index) => {
    expect(found({ trusted })).toEqual([['network-overlap', `server.trusted.${index}`]]);
    expect(found(administrator(trusted))).toEqual([
      ['network-overlap', `server.administrator.from.${index}`],
    ]);
  });

  it('keeps a firewall from shutting out who applies over SSH', () => {
    expect(found(administrator([]))).toEqual([['administrator-shut-out', 'server.administrator.from']]);
    expect(found({ ...administrator([]), docker: 'local' })).toEqual([]);
  });
});
