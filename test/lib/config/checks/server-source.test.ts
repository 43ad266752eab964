import { serverSourceFaults } from '../../../../lib/config/checks/server-source.js';
import { CHIAPAS_FRAME } from '../../../support/server-plan.js';
import { sampleConfig } from '../sample-config.js';
import { faultsIn, veracruz } from './server-faults.js';

const INBOX = { kind: 'inbox', complete: { marker: '.ok' } };
const HTTPS = { kind: 'https', host: 'prep.example.net', path: '/p.zip', auth: 'none' };
const found = (server: object, more: object) => faultsIn(serverSourceFaults, veracruz(server, more));

describe('serverSourceFaults', () => {
  it('finds nothing in an ingest alone, with its inbox, or in a source of the difusor’s own asking', () => {
    expect(found({}, {})).toEqual([]);
    expect(found({}, { source: INBOX })).toEqual([]);
    expect(found({ ingest: undefined }, { source: HTTPS, publicUrl: 'https://prep.example.org' })).toEqual(
      [],
    );
    expect(faultsIn(serverSourceFaults, CHIAPAS_FRAME)).toEqual([]);
  });

  it('refuses a second way beside the ingest', () => {
    expect(found({}, { source: HTTPS })).toEqual([['source-beside-ingest', 'source.kind']]);
  });

  it('refuses an inbox that nobody fills', () => {
    expect(found({ ingest: undefined }, { source: INBOX })).toEqual([
      ['inbox-without-ingest', 'source.kind'],
    ]);
  });

  it('refuses a role on a server, which has none', () => {
    const s3 = { kind: 's3', bucket: 'prep-bucket', region: 'us-east-1', key: 'cortes/' };
    expect(found({ ingest: undefined }, { source: { ...s3, auth: 'role' } })).toEqual([
      ['role-on-server', 'source.auth'],
    ]);
    expect(found({ ingest: undefined }, { source: { ...s3, auth: 'keys' } })).toEqual([]);
  });

  it('refuses a file with credentials that nobody would read', () => {
    const sourceSecretFile = '/srv/prep/secrets/source.json';
    const unused = [['source-secret-unused', 'server.sourceSecretFile']];
    expect(found({ sourceSecretFile }, {})).toEqual(unused);
    expect(found({ ingest: undefined, sourceSecretFile }, { source: HTTPS })).toEqual(unused);
    expect(found({ ingest: undefined, sourceSecretFile }, { source: { ...HTTPS, auth: 'basic' } })).toEqual(
      [],
    );
  });

  it('sets the folder of the inbox itself', () => {
    expect(found({}, { source: { ...INBOX, path: '/srv/inbox' } })).toEqual([
      ['inbox-path-set', 'source.path'],
    ]);
  });

  it('refuses an address to look at for a worker without network', () => {
    expect(found({}, { publicUrl: 'https://prep.example.org' })).toEqual([
      ['public-url-no-network', 'publicUrl'],
    ]);
  });

  it('wants the folder of an inbox that is not on a server of the plan', () => {
    expect(serverSourceFaults({ config: sampleConfig({ source: INBOX }) })).toMatchObject([
      { id: 'problem.missing-key', path: ['source', 'path'] },
    ]);
    expect(serverSourceFaults({ config: sampleConfig({ source: { ...INBOX, path: 'buzon' } }) })).toEqual([]);
    expect(serverSourceFaults({ config: {}, given: { server: 1 } })).toEqual([]);
  });
});
