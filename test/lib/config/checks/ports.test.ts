import { portFaults } from '../../../../lib/config/checks/ports.js';
import { CHIAPAS, INSTITUTE_KEY } from '../../../support/server-plan.js';
import { faultsIn, hosts, veracruz } from './server-faults.js';

const rsync = (port: number) => ({ ingest: { rsync: { module: 'prep', user: 'ople', port } } });
const sftp = (port: number) => ({ ingest: { sftp: { user: 'iepc', keys: [INSTITUTE_KEY], port } } });
const inVeracruz = (server: object) => faultsIn(portFaults, veracruz(server));
const inChiapas = (server: object) =>
  faultsIn(portFaults, { ...CHIAPAS, server: { ...CHIAPAS.server, ...server } });

describe('portFaults', () => {
  it('finds nothing in ports that are apart', () => {
    expect(inVeracruz({})).toEqual([]);
    expect(inChiapas({})).toEqual([]);
    expect(inChiapas(sftp(8022))).toEqual([]);
    expect(inChiapas({ ingest: undefined })).toEqual([]);
    expect(portFaults({ config: {} })).toEqual([]);
  });

  it('refuses two services at one port', () => {
    expect(inChiapas(sftp(22))).toEqual([['port-taken', 'server.ingest.sftp.port']]);
    expect(inChiapas(rsync(443))).toEqual([['port-taken', 'server.ingest.rsync.port']]);
    expect(inChiapas(hosts({ sshPort: 80 }))).toEqual([['port-taken', 'server.hosts.0.sshPort']]);
    const moved = hosts({}, { name: 'dos', address: '198.51.100.11', sshPort: 2222 });
    expect(inChiapas(moved)).toEqual([['port-taken', 'server.ingest.sftp.port']]);
  });

  it('refuses an ingest where Veracruz’s institute does not find it', () => {
    expect(inVeracruz(rsync(8730))).toEqual([['ingest-port-not-the-calls', 'server.ingest.rsync.port']]);
    expect(inVeracruz(sftp(2222))).toEqual([['ingest-port-not-the-calls', 'server.ingest.sftp.port']]);
  });

  it('lets port 22 be the ingest’s where the host’s own sshd has moved', () => {
    expect(inVeracruz({ ...sftp(22), ...hosts({ sshPort: 2022 }) })).toEqual([]);
  });
});
