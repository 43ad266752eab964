import { connect, type Socket } from 'node:net';
import type { Client, SFTPWrapper } from 'ssh2';
import { DifusorError } from '../../errors.js';
import { unreadable } from '../secrets/secret-json.js';
import { sshCredentialsOf, type SshCredentials } from '../secrets/ssh-credentials.js';
import { fingerprintOf } from './fingerprint.js';
import { assertAllowedHost, guardedLookup, type AddressPolicy } from './public-address.js';
import { sshFailure } from './ssh-failure.js';
import { stalled } from './stall-guard.js';
import type { SourceTimeouts } from './timeouts.js';

/** Where to connect, and whom to find there. */
export interface SshHost extends AddressPolicy {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  /** Fingerprints of the keys that the host may show. */
  readonly hostKeys: readonly string[];
  readonly timeouts: SourceTimeouts;
  /** Ends all of it. */
  readonly signal: AbortSignal;
}

/** The text of a secret, and its name for errors. */
export interface SshSecret {
  readonly name: string;
  readonly text: string;
}

/** A connection to a host that has shown one of the expected keys. */
export class SshConnection {
  /** What broke the connection, once something has. */
  #broken: unknown;
  #deniedKey: string | undefined;

  private constructor(
    private readonly client: Client,
    private readonly socket: Socket,
    private readonly host: string,
  ) {
    // Without a listener an error after the handshake would end the process.
    client.on('error', (error: unknown) => {
      this.#broken ??= error;
    });
  }

  /**
   * Connects; the host's key is looked at before any credential is sent.
   * @throws SOURCE_HOST_KEY_CHANGED, SOURCE_ADDRESS_FORBIDDEN, SOURCE_UNREACHABLE, SOURCE_REFUSED, SECRET_UNREADABLE
   */
  static async open(host: SshHost, secret: SshSecret): Promise<SshConnection> {
    assertAllowedHost(host.host, host);
    // Only a worker that needs it pays for loading it.
    const { Client, utils } = await import('ssh2');
    const credentials = sshCredentialsOf(secret.name, secret.text);
    if ('privateKey' in credentials) {
      const parsed = utils.parseKey(credentials.privateKey, credentials.passphrase);
      // The parser's message may say something of the key, so it is no cause to keep.
      if (parsed instanceof Error) throw unreadable(secret.name, 'privateKey, passphrase?');
    }
    const connection = new SshConnection(new Client(), socketTo(host), host.host);
    await connection.shakeHands(host, credentials);
    return connection;
  }

  /** Opens the file transfer subsystem. */
  async sftp(): Promise<SFTPWrapper> {
    return this.call((done) => this.client.sftp(done));
  }

  /**
   * Makes one call of the connection, and names what fails.
   * @throws SOURCE_REFUSED, SOURCE_UNREACHABLE
   */
  async call<T>(start: (done: (error: Error | null | undefined, result: T) => void) => void): Promise<T> {
    try {
      return await new Promise((settle, fail) => {
        start((error, result) => (error ? fail(error) : settle(result)));
      });
    } catch (error) {
      throw this.failure(error);
    }
  }

  close(): void {
    this.client.end();
    this.socket.destroy();
  }

  private async shakeHands(
    { host, port, username, hostKeys, timeouts }: SshHost,
    credentials: SshCredentials,
  ): Promise<void> {
    try {
      await new Promise<void>((settle, fail) => {
        this.client.once('ready', settle).once('error', fail);
        this.client.once('close', () => fail(new Error('closed')));
        this.client.connect({
          ...credentials,
          sock: this.socket,
          host,
          port,
          username,
          readyTimeout: timeouts.headersMs,
          hostVerifier: (key: Buffer) => this.isExpected(key, hostKeys),
        });
      });
    } catch (error) {
      this.close();
      throw this.failure(error);
    }
  }

  private isExpected(key: Buffer, hostKeys: readonly string[]): boolean {
    const shown = fingerprintOf(key);
    const expected = hostKeys.includes(shown);
    if (!expected) this.#deniedKey = shown;
    return expected;
  }

  private failure(error: unknown): DifusorError {
    if (this.#deniedKey !== undefined) {
      const params = { host: this.host, actual: this.#deniedKey };
      return new DifusorError('SOURCE_HOST_KEY_CHANGED', params);
    }
    return sshFailure(error, this.#broken, this.host);
  }
}

/** A socket that gives up by itself: while connecting, when nothing comes any more, and when its time is up. */
function socketTo(host: SshHost): Socket {
  const { timeouts, signal } = host;
  const socket = connect({ host: host.host, port: host.port, lookup: guardedLookup(host) });
  const giveUp = (): void => void socket.destroy(stalled());
  socket.setTimeout(timeouts.connectMs, giveUp);
  socket.once('connect', () => socket.setTimeout(timeouts.idleMs));
  signal.addEventListener('abort', giveUp);
  socket.once('close', () => signal.removeEventListener('abort', giveUp));
  return socket;
}
