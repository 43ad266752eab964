import { lookAtTls } from '../../../lib/audit/tls.js';
import { selfSignedCertificate } from '../../support/self-signed-certificate.js';
import { startHttp, startHttps, type RunningServer } from '../../support/servers.js';

describe('lookAtTls', () => {
  let server: RunningServer | undefined;
  afterEach(() => server?.close());
  const look = (domain = 'localhost') => lookAtTls({ address: '127.0.0.1', port: server?.port ?? 1, domain });

  it('tells what is wrong with a certificate, and until when it counts', async () => {
    server = await startHttps((_request, response) => response.end());
    expect(await look()).toEqual({
      value: {
        fault: 'DEPTH_ZERO_SELF_SIGNED_CERT',
        validTo: '2100-01-01T00:00:00.000Z',
        protocol: 'TLSv1.3',
        old: false,
      },
    });
  });

  it('sees that a server still takes old TLS', async () => {
    const old = { minVersion: 'TLSv1', ciphers: 'ALL:@SECLEVEL=0' } as const;
    server = await startHttps((_request, response) => response.end(), selfSignedCertificate(), old);
    expect(await look()).toMatchObject({ value: { old: true, protocol: 'TLSv1.3' } });
  });

  it('says that what answers speaks no TLS', async () => {
    server = await startHttp((_request, response) => response.end());
    expect(await look()).toMatchObject({ why: 'unreachable' });
  });

  it('says that nobody answers', async () => {
    server = undefined;
    expect(await look()).toMatchObject({ why: 'unreachable', detail: 'TLS ECONNREFUSED' });
  });
});
