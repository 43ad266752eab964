import { awsPlan, hostedPlan, publishingPlan } from '../../../lib/config/index.js';
import { resolvePlan } from '../../../lib/config/resolve.js';
import { loadConvocatoria } from '../../../lib/convocatorias/index.js';
import { workerSettingsSchema } from '../../../lib/worker-settings.js';
import {
  ADMINISTRATOR_KEY,
  CHIAPAS,
  framePlan,
  HOST_KEY,
  INSTITUTE_KEY,
  planOf,
  serverPlan,
  sftpPlan,
  VERACRUZ,
} from '../../support/server-plan.js';
import { thrownBy } from '../../support/thrown.js';
import { sampleConfig } from './sample-config.js';

/** Veracruz with some keys of `server` replaced. */
const veracruz = (server: object, more: object = {}) =>
  publishingPlan(planOf({ ...VERACRUZ, server: { ...VERACRUZ.server, ...server }, ...more }));

describe('the plan of servers', () => {
  it('takes the usual side of every option that is not given', () => {
    expect(serverPlan()).toMatchObject({
      target: 'server',
      name: 'difusor-veracruz-2024',
      delivery: 'push',
      site: { domain: 'prep.example.org', frameAncestors: ["'self'"] },
      alarms: {},
    });
    expect(serverPlan().server).toEqual({
      hosts: [{ name: 'uno', address: '198.51.100.10', sshPort: 22, hostKeys: [HOST_KEY] }],
      docker: 'ssh',
      ubuntu: '22.04',
      otherSystem: false,
      prepareHost: true,
      folder: '/srv/prep',
      trusted: ['203.0.113.0/28', '2001:db8:5::/64'],
      administrator: { user: 'difusor', keys: [ADMINISTRATOR_KEY], from: ['192.0.2.7'] },
      institute: { user: 'instituto', keys: [INSTITUTE_KEY] },
      ntpServers: expect.arrayContaining(['cronos.cenam.mx']),
      tls: {
        kind: 'acme',
        email: 'guardia@example.org',
        directory: 'https://acme-v02.api.letsencrypt.org/directory',
      },
      web: { rateLimit: { requestsPerSecond: 100, burst: 500 }, modSecurity: false },
      images: { debian: 'debian:trixie-slim', node: 'node:24-trixie-slim' },
      logs: { days: 60, ship: undefined },
      state: { kind: 'local' },
    });
  });

  it('has nothing that is of AWS', () => {
    for (const key of ['firewall', 'shield', 'secretName', 'network', 'archive']) {
      expect(serverPlan()).not.toHaveProperty(key);
    }
    for (const key of ['certificate', 'region', 'edgeCache'])
      expect(serverPlan().site).not.toHaveProperty(key);
  });

  it('asks more time servers than the four that tell a wrong one', () => {
    expect(serverPlan().server.ntpServers.length).toBeGreaterThan(4);
  });

  it('knows each service into which an institute pushes', () => {
    expect(serverPlan().ingest).toEqual({
      kind: 'rsync',
      port: 873,
      module: 'prep',
      user: 'ople',
      secretFile: '/srv/prep/secrets/rsyncd.secrets',
    });
    expect(sftpPlan().ingest).toEqual({ kind: 'sftp', port: 2222, user: 'iepc', keys: [INSTITUTE_KEY] });
    expect(sftpPlan().server.institute).toBeUndefined();
  });

  it('keeps the secret of rsync below the folder that was asked for, or where it is said to be', () => {
    expect(veracruz({ folder: '/opt/prep' })).toMatchObject({
      ingest: { secretFile: '/opt/prep/secrets/rsyncd.secrets' },
    });
    const rsync = { module: 'prep', user: 'ople', secretFile: '/srv/otro/rsyncd.secrets' };
    expect(veracruz({ ingest: { rsync } })).toMatchObject({
      ingest: { secretFile: '/srv/otro/rsyncd.secrets' },
    });
  });

  it('tells the worker to empty the inbox of its container, and not to look at the site', () => {
    const { worker } = serverPlan();
    expect(workerSettingsSchema.parse(worker)).toEqual(worker);
    expect(worker.source).toEqual({
      kind: 'inbox',
      path: '/srv/inbox',
      form: 'archive',
      complete: { when: 'rename' },
    });
    expect(worker).not.toHaveProperty('publicUrl');
  });

  it('lets the file say how a push is seen to end', () => {
    const source = { kind: 'inbox', form: 'tree', complete: { marker: 'LISTO' } };
    const { worker } = veracruz({}, { source, package: { cutTime: 'arrival' } });
    expect(worker.source).toEqual({
      kind: 'inbox',
      path: '/srv/inbox',
      form: 'tree',
      complete: { when: 'marker', marker: 'LISTO' },
    });
  });

  it('takes packages of changes where the call sends those', () => {
    expect(sftpPlan().worker.package.incremental).toBe(true);
    expect(serverPlan().worker.package.incremental).toBeUndefined();
  });

  it('leaves the machine that applies as it is unless it is told to set it up', () => {
    const local = { docker: 'local', hosts: [{ name: 'uno', address: '127.0.0.1' }] };
    expect(veracruz(local).server.prepareHost).toBe(false);
    expect(veracruz({ ...local, prepareHost: true }).server.prepareHost).toBe(true);
    expect(veracruz({ prepareHost: false }).server.prepareHost).toBe(false);
  });

  it('keeps a certificate of one’s own, a state on S3 and a log server as they are given', () => {
    const files = { certificate: '/srv/tls/cadena.pem', key: '/srv/tls/llave.pem' };
    const s3 = { bucket: 'estado-prep', region: 'us-east-1' };
    const { server } = veracruz({
      tls: { files },
      state: { s3 },
      logs: { ship: { host: 'logs.example.org' } },
    });
    expect(server).toMatchObject({
      tls: { kind: 'files', ...files },
      state: { kind: 's3', ...s3, key: 'difusor/difusor-veracruz-2024' },
      logs: { days: 60, ship: { host: 'logs.example.org', port: 6514 } },
    });
    expect(veracruz({ state: { s3: { ...s3, key: 'mio' } } }).server.state).toMatchObject({ key: 'mio' });
  });

  it('looks at the site where the worker asks for its packages itself', () => {
    const config = sampleConfig({ ...VERACRUZ, server: { ...CHIAPAS.server, ingest: undefined } });
    const convocatoria = loadConvocatoria('veracruz-2024');
    const plan = resolvePlan(config, { file: 'difusor.yaml', folder: '/', convocatoria });
    expect(plan).toMatchObject({
      target: 'server',
      delivery: 'pull',
      worker: { publicUrl: 'https://prep.example.org' },
    });
    expect(hostedPlan(plan)).toMatchObject({ ingest: undefined });
  });
});

describe('the plan of a page that frames', () => {
  it('has the official site and no worker', () => {
    const plan = framePlan();
    expect(plan).toMatchObject({
      target: 'server-frame',
      delivery: 'frame',
      frame: { official: 'https://prep.example.net/', title: 'PREP Chiapas 2024' },
    });
    for (const key of ['worker', 'ingest']) expect(plan).not.toHaveProperty(key);
    expect(thrownBy(() => publishingPlan(plan))).toMatchObject({ code: 'PLAN_PUBLISHES_NOTHING' });
  });

  it('stands on AWS where no server is given, with a title of the institute’s', () => {
    const config = sampleConfig({ frame: { official: 'https://prep.example.net/' } });
    const convocatoria = loadConvocatoria('coahuila-2024');
    const plan = awsPlan(resolvePlan(config, { file: 'difusor.yaml', folder: '/', convocatoria }));
    expect(plan).toMatchObject({
      target: 'aws-frame',
      delivery: 'frame',
      shield: { tier: 'standard' },
      frame: { title: expect.stringContaining(convocatoria.institute.name) },
    });
    for (const key of ['worker', 'secretName']) expect(plan).not.toHaveProperty(key);
  });
});
