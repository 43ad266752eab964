import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSignedCertificate, type SelfSignedCertificate } from './self-signed-certificate.js';

/** A server on loopback, at a port that the system gave it. */
export interface RunningServer {
  readonly port: number;
  close(): Promise<void>;
}

export async function startHttp(listener: RequestListener): Promise<RunningServer> {
  return started(createServer(listener));
}

export async function startHttps(
  listener: RequestListener,
  identity: SelfSignedCertificate = selfSignedCertificate(),
  tls: ServerOptions = {},
): Promise<RunningServer & { readonly ca: string }> {
  return { ...(await started(createTlsServer({ ...tls, ...identity }, listener))), ca: identity.cert };
}

async function started(server: Server): Promise<RunningServer> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
