import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';
import type { LiveWebFact } from '../compliance/index.js';
import { failureOf } from '../failure.js';
import { read, unreadable, type Reading } from './reading.js';

type TlsFact = Extract<LiveWebFact['tls'], { value: unknown }>['value'];

const PATIENCE_MS = 10_000;

export interface TlsPlace {
  readonly address: string;
  readonly port: number;
  /** The name for which the certificate must stand. */
  readonly domain: string;
}

/** Speaks TLS with a host under the site's name, and tells what it showed; nothing is sent. */
export async function lookAtTls(place: TlsPlace): Promise<Reading<TlsFact>> {
  const shown = await handshake(place, {}, (socket): Reading<Omit<TlsFact, 'old'>> => {
    const until = new Date(socket.getPeerCertificate().valid_to);
    if (Number.isNaN(until.getTime())) return unreadable('unread', 'X.509');
    const fault = socket.authorized ? {} : { fault: String(socket.authorizationError) };
    return read({ ...fault, validTo: until.toISOString(), protocol: socket.getProtocol() ?? '?' });
  });
  if (!('value' in shown)) return shown;
  // Nothing that the toolkit's own OpenSSL still offers at its usual level is that old.
  const outdated = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' } as const;
  const answered = await handshake(place, outdated, () => read(true));
  if ('why' in answered && answered.why === 'timeOut') return answered;
  return read({ ...shown.value, old: 'value' in answered });
}

async function handshake<T>(
  { address, port, domain }: TlsPlace,
  more: ConnectionOptions,
  look: (socket: TLSSocket) => Reading<T>,
): Promise<Reading<T>> {
  return new Promise((settle) => {
    // A bad certificate is what the look is for; it is told, and nothing is trusted to it.
    const options = { host: address, port, servername: domain, rejectUnauthorized: false, ...more };
    const socket = connect(options, () => end(look(socket)));
    const end = (reading: Reading<T>): void => {
      socket.destroy();
      settle(reading);
    };
    socket.setTimeout(PATIENCE_MS, () => end(unreadable('timeOut', 'TLS')));
    socket.on('error', (error) => end(unreadable('unreachable', `TLS ${failureOf(error).reason}`)));
  });
}
