import { serverFileFaults } from '../../../../lib/config/checks/server-files.js';
import { faultsIn, veracruz } from './server-faults.js';

const found = (server: object, more: object = {}) => faultsIn(serverFileFaults, veracruz(server, more));
const files = (certificate: string, key: string) => ({ tls: { files: { certificate, key } } });

describe('serverFileFaults', () => {
  it('finds nothing in files that lie apart from what containers have', () => {
    expect(found({})).toEqual([]);
    expect(found(files('/etc/ssl/prep.pem', '/etc/ssl/private/prep.pem'))).toEqual([]);
    expect(found({}, { alarms: { webhookFile: '/srv/prep/secrets/webhook' } })).toEqual([]);
    expect(serverFileFaults({ config: {} })).toEqual([]);
  });

  it('refuses one file for certificate and key', () => {
    expect(found(files('/etc/ssl/prep.pem', '/etc/ssl/prep.pem'))).toEqual([
      ['tls-same-file', 'server.tls.files.key'],
    ]);
  });

  test.each(['etc', 'inbox', 'site', 'packages', 'logs', 'acme'])('refuses a secret in %s', (folder) => {
    const path = `/srv/prep/${folder}/x`;
    const rsync = { module: 'prep', user: 'ople', secretFile: path };
    expect(
      found({ ...files('/etc/ssl/prep.pem', path), ingest: { rsync } }, { alarms: { webhookFile: path } }),
    ).toEqual([
      ['secret-exposed', 'server.tls.files.key'],
      ['secret-exposed', 'server.ingest.rsync.secretFile'],
      ['secret-exposed', 'alarms.webhookFile'],
    ]);
  });

  test.each(['secrets', 'secrets/ingest'])(
    'refuses a certificate and a key among the others of %s',
    (folder) => {
      const [certificate, key] = [`/srv/prep/${folder}/a.pem`, `/srv/prep/${folder}/b.pem`];
      expect(found(files(certificate, key))).toEqual([
        ['tls-among-secrets', 'server.tls.files.certificate'],
        ['tls-among-secrets', 'server.tls.files.key'],
      ]);
      expect(found(files('/srv/prep/secrets/tls/a.pem', '/srv/prep/secrets/tls/b.pem'))).toEqual([]);
    },
  );

  it('refuses the source’s credentials where a container may write', () => {
    expect(found({ ingest: undefined, sourceSecretFile: '/srv/prep/inbox/x' })).toEqual([
      ['secret-exposed', 'server.sourceSecretFile'],
    ]);
  });

  it('goes by the folder that was asked for', () => {
    expect(found({ folder: '/opt/prep', ...files('/opt/prep/site/a', '/srv/prep/site/b') })).toEqual([]);
  });
});
