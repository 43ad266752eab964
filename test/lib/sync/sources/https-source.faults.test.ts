import type { ServerResponse } from 'node:http';
import type { lookup } from 'node:dns';
import { HttpsSource, type HttpsSourceOptions } from '../../../../lib/sync/sources/https-source.js';
import { basic, PackageServer } from '../../../support/package-server.js';
import type { SamplePackage } from '../../../support/sample-package.js';
import { selfSignedCertificate } from '../../../support/self-signed-certificate.js';
import { startHttps } from '../../../support/servers.js';
import { describeSource, type SourceBench } from './source.conformance.js';

const PASSWORD = 'canario-de-prueba-7f3a';
const AUTHORIZATION = basic('difusor', PASSWORD);

class HttpsBench implements SourceBench {
  readonly secrets = [PASSWORD, AUTHORIZATION];
  secret = JSON.stringify({ username: 'difusor', password: PASSWORD });
  change: Partial<HttpsSourceOptions> = {};
  host = 'localhost';

  constructor(readonly server: PackageServer) {}

  get source(): HttpsSource {
    const { host, server } = this;
    return new HttpsSource({
      location: { kind: 'https', host, port: server.port, path: '/paquete.zip', auth: 'basic' },
      package: { maxBytes: 1024 * 1024 },
      secrets: { read: () => Promise.resolve(this.secret) },
      secretName: 'difusor/source',
      ca: server.ca,
      allowLoopback: true,
      ...this.change,
    });
  }

  offer(sample: SamplePackage): void {
    this.server.offered = sample;
  }

  withdraw(): void {
    this.server.offered = undefined;
  }

  async stop(): Promise<void> {
    await this.server.stop();
  }

  answer(answer: (response: ServerResponse) => unknown): void {
    this.server.misbehave = answer;
  }
}

const UNREACHABLE = { code: 'SOURCE_UNREACHABLE', retryable: true } as const;
const REFUSED = { code: 'SOURCE_REFUSED', retryable: false } as const;
const TRUNCATED = { code: 'SOURCE_TRUNCATED', retryable: true } as const;
const REDIRECTED = { code: 'SOURCE_REDIRECTED', retryable: false } as const;

const status = (code: number) => (bench: HttpsBench) =>
  bench.answer((response) => response.writeHead(code).end());
const location = (address: string) => (bench: HttpsBench) =>
  bench.answer((response) => response.writeHead(302, { location: address }).end());

/** A resolver that fails as the system's would. */
function failing(code: string): typeof lookup {
  const resolve = (_host: string, _options: unknown, done: (error: Error) => void): void =>
    done(Object.assign(new Error(code), { code, syscall: 'getaddrinfo' }));
  return resolve as unknown as typeof lookup;
}

/** A resolver that finds every name at one address. */
function finding(address: string): typeof lookup {
  const resolve = (_host: string, _options: unknown, done: (error: null, found: unknown) => void): void =>
    done(null, [{ address, family: 4 }]);
  return resolve as unknown as typeof lookup;
}

describeSource<HttpsBench>('an HTTPS server', {
  form: 'archive',
  tellsUnchanged: true,
  start: async () => new HttpsBench(await new PackageServer(AUTHORIZATION).start()),
  faults: {
    'breaks off before the declared length': {
      inject: (bench) =>
        bench.answer((response) => {
          response.writeHead(200, { 'content-length': 100 });
          response.write('0123456789', () => response.destroy());
        }),
      ...TRUNCATED,
    },
    'resets the connection in the body': {
      inject: (bench) =>
        bench.answer((response) => {
          response.writeHead(200);
          response.write('0123456789', () => response.socket?.destroy());
        }),
      ...TRUNCATED,
    },
    'closes without an answer': {
      inject: (bench) => bench.answer((response) => response.destroy()),
      ...UNREACHABLE,
    },
    'does not answer': {
      inject: (bench) => {
        bench.change = { timeouts: { headersMs: 200 } };
        bench.answer(() => undefined);
      },
      ...UNREACHABLE,
    },
    'stalls in the body': {
      inject: (bench) => {
        bench.change = { timeouts: { idleMs: 200 } };
        bench.answer((response) => response.writeHead(200).write('x'));
      },
      ...UNREACHABLE,
    },
    'sends a byte now and then': {
      inject: (bench) => {
        bench.change = { timeouts: { totalMs: 300 } };
        bench.answer((response) => trickle(response.writeHead(200)));
      },
      ...UNREACHABLE,
    },
    'answers with a page': {
      inject: (bench) =>
        bench.answer((response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>')),
      code: 'SOURCE_NOT_A_PACKAGE',
      retryable: true,
    },
    'says 304 of nothing known': { inject: status(304), ...REFUSED },
    'answers 401': { inject: status(401), ...REFUSED },
    'answers 403': { inject: status(403), ...REFUSED },
    'answers 429': { inject: status(429), ...UNREACHABLE },
    'answers 500': { inject: status(500), ...UNREACHABLE },
    'answers 503': { inject: status(503), ...UNREACHABLE },
    'sends it to another host': { inject: location('https://otro.example.net/paquete.zip'), ...REDIRECTED },
    'sends it to plain http': { inject: location('http://localhost/paquete.zip'), ...REDIRECTED },
    'sends it in circles': { inject: location('/paquete.zip'), ...REDIRECTED },
    'is gone': { inject: ({ server }) => server.stop(), ...UNREACHABLE },
    'has a name that nobody knows': {
      inject: (bench) => void (bench.change = { resolve: failing('ENOTFOUND') }),
      ...UNREACHABLE,
    },
    'has a name that can’t be asked for now': {
      inject: (bench) => void (bench.change = { resolve: failing('EAI_AGAIN') }),
      ...UNREACHABLE,
    },
    'has a name that leads into a private network': {
      inject: (bench) => void (bench.change = { resolve: finding('10.0.0.1') }),
      code: 'SOURCE_ADDRESS_FORBIDDEN',
      retryable: false,
    },
    'has a certificate for another name': {
      inject: (bench) => {
        bench.host = 'prep.example.net';
        bench.change = { resolve: finding('127.0.0.1') };
      },
      ...UNREACHABLE,
    },
    'has a certificate that nobody vouches for': {
      inject: (bench) => void (bench.change = { ca: selfSignedCertificate().cert }),
      ...UNREACHABLE,
    },
    'refuses the credentials': {
      inject: (bench) =>
        void (bench.secret = JSON.stringify({ username: 'difusor', password: `${PASSWORD}-old` })),
      ...REFUSED,
    },
    'is given a secret that is no JSON': {
      inject: (bench) => void (bench.secret = PASSWORD),
      code: 'SECRET_UNREADABLE',
      retryable: false,
    },
  },
});

describe('HttpsSource and the certificates of both sides', () => {
  const client = selfSignedCertificate();
  const secret = { certificate: client.cert, key: client.key };
  const asked: boolean[] = [];

  /** As nginx does it: a request without a certificate that counts is answered with 400. */
  const start = async (tls: object = { requestCert: true, rejectUnauthorized: false, ca: client.cert }) => {
    asked.length = 0;
    return startHttps(
      (request, response) => {
        const known = (request.socket as unknown as { authorized: boolean }).authorized;
        asked.push(known);
        response.writeHead(known ? 404 : 400).end();
      },
      selfSignedCertificate(),
      tls,
    );
  };
  const fetched = async (port: number, text: string, ca?: string): Promise<unknown> =>
    new HttpsSource({
      location: { kind: 'https', host: 'localhost', port, path: '/', auth: 'certificate', secretName: 's' },
      package: { maxBytes: 10 },
      secrets: { read: () => Promise.resolve(text) },
      allowLoopback: true,
      ca,
    })
      .fetch({ directory: 'none' })
      .catch((error: unknown) => error);

  it('shows its certificate', async () => {
    const server = await start();
    expect(await fetched(server.port, JSON.stringify(secret), server.ca)).toEqual({
      kind: 'absent',
      sourceTime: expect.any(Date),
    });
    expect(asked).toEqual([true]);
    await server.close();
  });

  it('trusts the authority of the secret before any other', async () => {
    const server = await start();
    const text = JSON.stringify({ ...secret, ca: server.ca });
    expect(await fetched(server.port, text, selfSignedCertificate().cert)).toEqual({
      kind: 'absent',
      sourceTime: expect.any(Date),
    });
    await server.close();
  });

  it('says that the server refused another certificate', async () => {
    const server = await start();
    const other = selfSignedCertificate();
    const text = JSON.stringify({ certificate: other.cert, key: other.key });
    expect(await fetched(server.port, text, server.ca)).toMatchObject({
      code: 'SOURCE_REFUSED',
      retryable: false,
      params: { status: 400 },
    });
    await server.close();
  });

  it('says that the server wants a certificate where it shows none', async () => {
    const server = await start({ requestCert: true, rejectUnauthorized: true, ca: client.cert });
    const source = new HttpsSource({
      location: { kind: 'https', host: 'localhost', port: server.port, path: '/', auth: 'none' },
      package: { maxBytes: 10 },
      secrets: { read: () => Promise.reject(new Error('not asked')) },
      allowLoopback: true,
      ca: server.ca,
    });
    await expect(source.fetch({ directory: 'none' })).rejects.toMatchObject({
      code: 'SOURCE_REFUSED',
      params: { status: 'TLS certificate required' },
    });
    await server.close();
  });
});

/** Sends a byte now and then, until the client goes away. */
function trickle(response: ServerResponse): void {
  const timer = setInterval(() => response.write('x'), 10);
  response.on('close', () => clearInterval(timer));
}
