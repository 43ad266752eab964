import { hostFaults } from '../../../../lib/config/checks/hosts.js';
import { HOST_KEY, VERACRUZ } from '../../../support/server-plan.js';
import { faultsIn, hosts, veracruz } from './server-faults.js';

const found = (server: object) => faultsIn(hostFaults, veracruz(server));
const tls = { files: { certificate: '/etc/prep/certificate.pem', key: '/etc/prep/key.pem' } };
/** Several hosts, each of which differs from a right one, with one certificate for all. */
const several = (...changes: object[]): object => ({ ...hosts(...changes), tls });
const TWO = several({ name: 'uno' }, { name: 'dos', address: '198.51.100.11' });

describe('hostFaults', () => {
  it('finds nothing in one host, nor in two that are apart', () => {
    expect(found({})).toEqual([]);
    expect(found(TWO)).toEqual([]);
    expect(hostFaults({ config: {} })).toEqual([]);
  });

  test.each<[string, object, [string, string]]>([
    ['a name twice', several({}, { address: '198.51.100.11' }), ['duplicate-item', 'server.hosts.1.name']],
    ['an address twice', several({}, { name: 'dos' }), ['duplicate-item', 'server.hosts.1.address']],
    ['no host key over SSH', hosts({ hostKeys: [] }), ['host-keys-missing', 'server.hosts.0.hostKeys']],
    [
      'one host key under two comments',
      hosts({ hostKeys: [HOST_KEY, `${HOST_KEY} otro`] }),
      ['duplicate-item', 'server.hosts.0.hostKeys.1'],
    ],
    [
      'a certificate by ACME for each of two',
      hosts({}, { name: 'dos', address: '198.51.100.11' }),
      ['acme-is-one', 'server.tls'],
    ],
    ['one socket for two hosts', { ...TWO, docker: 'local' }, ['local-is-one', 'server.docker']],
    [
      'the site’s own name for one of two',
      several({}, { name: 'dos', address: VERACRUZ.domain }),
      ['host-is-domain', 'server.hosts.1.address'],
    ],
  ])('refuses %s', (_name, server, fault) => {
    expect(found(server)).toEqual([fault]);
  });

  it('needs no host key where no host is reached, and lets the only host have the site’s name', () => {
    expect(found({ ...hosts({ hostKeys: [] }), docker: 'local' })).toEqual([]);
    expect(found(hosts({ address: VERACRUZ.domain }))).toEqual([]);
  });
});
