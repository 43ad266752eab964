import { serverUserFaults } from '../../../../lib/config/checks/server-users.js';
import { ADMINISTRATOR_KEY, CHIAPAS, INSTITUTE_KEY } from '../../../support/server-plan.js';
import { faultsIn, veracruz } from './server-faults.js';

const found = (server: object) => faultsIn(serverUserFaults, veracruz(server));
const sftp = (...keys: string[]) => ({ ingest: { sftp: { user: 'iepc', keys } } });

describe('serverUserFaults', () => {
  it('finds nothing where everyone has a key of his own', () => {
    expect(found({})).toEqual([]);
    expect(faultsIn(serverUserFaults, CHIAPAS)).toEqual([]);
    expect(serverUserFaults({ config: {} })).toEqual([]);
  });

  it('lets the institute push and log in with one key', () => {
    expect(found(sftp(INSTITUTE_KEY))).toEqual([]);
  });

  it('refuses one account, or one key, for the difusor and the institute', () => {
    expect(found({ institute: { user: 'difusor', keys: [INSTITUTE_KEY] } })).toEqual([
      ['user-shared', 'server.institute.user'],
    ]);
    expect(found({ institute: { user: 'ople', keys: [`${ADMINISTRATOR_KEY} otro`] } })).toEqual([
      ['key-shared', 'server.institute.keys.0'],
    ]);
    expect(found(sftp(ADMINISTRATOR_KEY))).toEqual([['key-shared', 'server.ingest.sftp.keys.0']]);
  });

  it('refuses a key that stands twice', () => {
    expect(found({ administrator: { keys: [ADMINISTRATOR_KEY, ADMINISTRATOR_KEY] } })).toEqual([
      ['duplicate-item', 'server.administrator.keys.1'],
    ]);
    expect(found({ institute: { user: 'ople', keys: [INSTITUTE_KEY, INSTITUTE_KEY] } })).toEqual([
      ['duplicate-item', 'server.institute.keys.1'],
    ]);
    expect(found(sftp(INSTITUTE_KEY, INSTITUTE_KEY))).toEqual([
      ['duplicate-item', 'server.ingest.sftp.keys.1'],
    ]);
  });
});
