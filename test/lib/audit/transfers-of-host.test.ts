import { performance } from 'node:perf_hooks';
import { SshSession } from '../../../lib/audit/ssh-session.js';
import { lookAtTransfers } from '../../../lib/audit/transfers-of-host.js';
import { read } from '../../../lib/audit/reading.js';
import { AuditedHost } from '../../support/audited-host.js';
import { seen } from '../compliance/live-builder.js';

describe('lookAtTransfers', () => {
  let host: AuditedHost;
  let service: AuditedHost;
  beforeEach(async () => {
    host = await new AuditedHost().start();
    service = await new AuditedHost().start();
  });
  afterEach(async () => {
    await host.stop();
    await service.stop();
  });

  const look = async (scanned: string) => {
    host.answers.set('ssh-keyscan', { out: scanned });
    const known = { ...host.known, ingest: { port: service.port, user: service.user } };
    const address = { address: '127.0.0.1', port: host.port, user: host.user, hostKeys: [host.hostKey] };
    const opened = await SshSession.open(address, { privateKey: host.identity.private });
    if (!('value' in opened)) throw new Error(opened.why);
    try {
      return await lookAtTransfers(read(opened.value), known, seen(150e9), {
        target: {
          domain: 'prep.example.org',
          hosts: [known],
          ports: [],
          headers: [],
          httpPort: 80,
          httpsPort: 443,
        },
        credentials: undefined,
        vantage: undefined,
        transfer: { megabytes: 1, ingestKey: service.identity.private },
        now: () => new Date('2030-05-19T16:00:00Z'),
        tick: () => performance.now(),
      });
    } finally {
      opened.value.close();
    }
  };

  it('measures the institute’s own service, whose key the host tells', async () => {
    const { upload } = await look(`# 127.0.0.1 SSH-2.0\n127.0.0.1 ${service.hostKey}\n`);
    expect(upload).toMatchObject({ value: { by: 'ingest', megabytes: 1 } });
    expect(service.uploads).not.toEqual([]);
    expect(service.files.size).toBe(0);
    expect(host.uploads).toEqual([]);
  });

  describe('of an inbox into which one puts, and no more', () => {
    beforeEach(() => {
      service.refuses.add('READ').add('REMOVE');
    });

    it('measures the way up, and has the file taken away by the host', async () => {
      host.answers.set('if [ "$(id -u)" = 0 ]; then rm -f --', {});
      const { upload, download } = await look(`127.0.0.1 ${service.hostKey}\n`);
      expect(upload).toMatchObject({ value: { by: 'ingest', megabytes: 1 } });
      expect(download).toMatchObject({ why: 'refused' });
      const [name = ''] = service.uploads;
      expect(host.commands.at(-1)).toContain(`sudo -n rm -f -- '/srv/prep/inbox/${name}'`);
    });

    it('counts nothing where the host could not take it away either', async () => {
      host.answers.set('if [ "$(id -u)" = 0 ]; then rm -f --', { code: 1 });
      const { upload } = await look(`127.0.0.1 ${service.hostKey}\n`);
      expect(upload).toMatchObject({ why: 'refused' });
    });
  });

  it('sends nothing to a service whose key is another than the host tells', async () => {
    expect(await look(`127.0.0.1 ${host.hostKey}\n`)).toMatchObject({ upload: { why: 'hostKey' } });
    expect(service.uploads).toEqual([]);
  });

  it('says that the host tells no key', async () => {
    expect(await look('')).toMatchObject({ upload: { why: 'unread' } });
  });
});
