import { connect } from 'node:net';
import type { ServerHostKeyAlgorithm } from 'ssh2';
import { DifusorError } from '../../errors.js';
import { fingerprintOf } from './fingerprint.js';
import { sshFailure } from './ssh-failure.js';
import { stalled } from './stall-guard.js';
import type { SourceTimeouts } from './timeouts.js';

export interface HandshakeOptions {
  /** Names the host to a person. */
  readonly host: string;
  readonly address: string;
  readonly port: number;
  /** Fingerprints of the keys that the host may show. */
  readonly hostKeys: readonly string[];
  readonly timeouts: SourceTimeouts;
}

/** A host's public key whose fingerprint is among the expected ones. */
export interface PinnedHostKey {
  /** E.g. `ssh-ed25519`. */
  readonly type: string;
  readonly base64: string;
  /** Names of the signatures that a host makes with such a key. */
  readonly algorithms: readonly string[];
}

/** A host shows one key in each handshake, of the first kind that both sides know. */
const KINDS: readonly (readonly ServerHostKeyAlgorithm[])[] = [
  ['ssh-ed25519'],
  ['ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp384', 'ecdsa-sha2-nistp521'],
  ['rsa-sha2-512', 'rsa-sha2-256'],
];

/**
 * Asks a host for its keys, a handshake for each kind and nothing more, until one is as expected: a program that knows
 * hosts by their whole key can then be told it.
 * @throws SOURCE_HOST_KEY_CHANGED where the host shows no such key, SOURCE_UNREACHABLE
 */
export async function pinnedHostKey(options: HandshakeOptions): Promise<PinnedHostKey> {
  const { host, hostKeys } = options;
  let actual: string | undefined;
  let failure: unknown;
  for (const algorithms of KINDS) {
    try {
      const key = await shownKey(options, algorithms);
      const fingerprint = fingerprintOf(key);
      if (hostKeys.includes(fingerprint)) {
        return { type: typeOf(key), base64: key.toString('base64'), algorithms };
      }
      actual ??= fingerprint;
    } catch (error) {
      // A host without a key of this kind ends the handshake; one that can't be reached ends all of it.
      if ((error as { readonly level?: unknown }).level !== 'handshake')
        throw sshFailure(error, undefined, host);
      failure = error;
    }
  }
  if (actual === undefined) throw sshFailure(failure, undefined, host);
  throw new DifusorError('SOURCE_HOST_KEY_CHANGED', { host, actual });
}

/** The key that a host shows when it is asked for these kinds; no credential is sent. */
async function shownKey(
  { address, port, timeouts }: HandshakeOptions,
  serverHostKey: readonly ServerHostKeyAlgorithm[],
): Promise<Buffer> {
  const { Client } = await import('ssh2');
  const client = new Client();
  const socket = connect({ host: address, port });
  socket.setTimeout(timeouts.connectMs, () => void socket.destroy(stalled()));
  try {
    return await new Promise<Buffer>((settle, fail) => {
      client.on('error', fail).on('close', () => fail(new Error('closed')));
      client.connect({
        sock: socket,
        username: 'nobody',
        readyTimeout: timeouts.headersMs,
        algorithms: { serverHostKey: [...serverHostKey] },
        hostVerifier: (key: Buffer) => {
          settle(key);
          return false;
        },
      });
    });
  } finally {
    client.end();
    socket.destroy();
  }
}

/** A public key in SSH's own encoding begins with the length and the text of its kind. */
function typeOf(key: Buffer): string {
  return key.toString('latin1', 4, 4 + key.readUInt32BE(0));
}
