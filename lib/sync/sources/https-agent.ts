import { Agent, buildConnector } from 'undici';
import type { ClientCertificate } from '../secrets/client-certificate.js';
import { guardedLookup, type AddressPolicy } from './public-address.js';
import type { SourceTimeouts } from './timeouts.js';

export interface HttpsAgentOptions extends AddressPolicy {
  readonly timeouts: SourceTimeouts;
  readonly certificate?: ClientCertificate | undefined;
  /** Authorities, in PEM, that are trusted instead of the public ones; those of the certificate go before. */
  readonly ca?: string | undefined;
}

/** The connections of one run. */
export interface HttpsAgent {
  readonly dispatcher: Agent;
  /**
   * What first broke a connection. In TLS 1.3 a server turns a certificate down after the handshake: the request then
   * only tells that the other side closed.
   */
  brokenBy(): unknown;
}

export function openHttpsAgent(options: HttpsAgentOptions): HttpsAgent {
  const { connectMs, headersMs, idleMs } = options.timeouts;
  const ca = options.certificate?.ca ?? options.ca;
  const connect = buildConnector({
    timeout: connectMs,
    lookup: guardedLookup(options),
    ...options.certificate,
    ...(ca === undefined ? {} : { ca }),
  });
  let broken: unknown;
  const dispatcher = new Agent({
    connect: (to, done) =>
      connect(to, (...[error, socket]) => {
        socket?.once('error', (thrown) => {
          broken ??= thrown;
        });
        if (error === null) done(null, socket);
        else done(error, null);
      }),
    headersTimeout: headersMs,
    bodyTimeout: idleMs,
  });
  return { dispatcher, brokenBy: () => broken };
}
