import { writeFile } from 'node:fs/promises';
import { isIPv6 } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { DifusorError } from '../../errors.js';
import type { SourceSettings } from '../../worker-settings.js';
import { parseSecret, unreadable } from '../secrets/secret-json.js';
import { sshCredentialsOf } from '../secrets/ssh-credentials.js';
import { pinnedHostKey } from './pinned-host-key.js';
import type { AddressPolicy } from './public-address.js';
import { readSourceSecret, type SourceSecret } from './source-secret.js';
import { HOST_ALIAS, sshConfig } from './ssh-config.js';
import type { SourceTimeouts } from './timeouts.js';
import { vettedAddress } from './vetted-address.js';

export interface RsyncWayOptions extends AddressPolicy, SourceSecret {
  readonly location: Extract<SourceSettings, { kind: 'rsync' }>;
}

/** The way to an institute's files, as rsync's arguments have it. */
export interface RsyncWay {
  readonly from: string;
  readonly via: readonly string[];
}

const passwordSchema = z.object({ password: z.string().regex(/^[^\r\n\0]+$/) });
const OWNER_ONLY = { mode: 0o600, flag: 'wx' } as const;
/** A password that nobody would be asked for: without a file rsync would ask at the terminal. */
const PASSWORD_FILE = 'password';

/**
 * Prepares the way: credentials go into files of `directory`, which only this account may read, never into arguments.
 * @param directory in which rsync will run; to be thrown away after it
 * @throws SOURCE_ADDRESS_FORBIDDEN, SOURCE_HOST_KEY_CHANGED, SOURCE_UNREACHABLE, SECRET_UNREADABLE, SETTINGS_INVALID
 */
export async function prepareRsyncWay(
  options: RsyncWayOptions,
  directory: string,
  timeouts: SourceTimeouts,
): Promise<RsyncWay> {
  const { location } = options;
  const address = await vettedAddress(location.host, options);
  const folder = location.path.endsWith('/') ? location.path : `${location.path}/`;
  return location.via === 'ssh'
    ? sshWay(options, { address, folder, directory, timeouts })
    : daemonWay(options, { address, folder, directory, timeouts });
}

interface Leg {
  readonly address: string;
  readonly folder: string;
  readonly directory: string;
  readonly timeouts: SourceTimeouts;
}

async function sshWay(options: RsyncWayOptions, leg: Leg): Promise<RsyncWay> {
  const { host, port, username, hostKeys, secretName } = options.location;
  if (username === undefined) throw missing('source.username');
  if (hostKeys === undefined) throw missing('source.hostKeys');
  const { address, folder, directory, timeouts } = leg;
  const hostKey = await pinnedHostKey({ host, address, port, hostKeys, timeouts });
  const identity = await privateKey(await readSourceSecret(options, secretName));
  const config = sshConfig({ address, port, username, hostKey, connectMs: timeouts.connectMs });
  await writeFile(join(directory, 'identity'), identity, OWNER_ONLY);
  await writeFile(join(directory, 'known_hosts'), `${HOST_ALIAS} ${hostKey.type} ${hostKey.base64}\n`);
  await writeFile(join(directory, 'ssh_config'), config);
  return { from: `${HOST_ALIAS}:${folder}`, via: ['-e', 'ssh -F ssh_config'] };
}

async function daemonWay(options: RsyncWayOptions, leg: Leg): Promise<RsyncWay> {
  const { port, username, secretName } = options.location;
  const { address, folder, directory, timeouts } = leg;
  const via = [`--contimeout=${Math.ceil(timeouts.connectMs / 1000)}`];
  const place = `${isIPv6(address) ? `[${address}]` : address}:${port}${folder}`;
  if (username === undefined) return { from: `rsync://${place}`, via };
  const secret = await readSourceSecret(options, secretName);
  const { password } = parseSecret(passwordSchema, secret.name, secret.text, 'password?');
  await writeFile(join(directory, PASSWORD_FILE), `${password}\n`, OWNER_ONLY);
  return {
    from: `rsync://${encodeURIComponent(username)}@${place}`,
    via: [...via, `--password-file=${PASSWORD_FILE}`],
  };
}

/**
 * The key of a secret `{"privateKey"}`: ssh runs where nobody could type a passphrase.
 * @throws SECRET_UNREADABLE
 */
async function privateKey({ name, text }: { readonly name: string; readonly text: string }): Promise<string> {
  const credentials = sshCredentialsOf(name, text);
  if (!('privateKey' in credentials)) throw unreadable(name, 'privateKey?');
  if (credentials.passphrase !== undefined) throw unreadable(name, 'passphrase!');
  const { utils } = await import('ssh2');
  // The parser's message may say something of the key, so it is no cause to keep.
  if (utils.parseKey(credentials.privateKey) instanceof Error) throw unreadable(name, 'privateKey?');
  return `${credentials.privateKey.trimEnd()}\n`;
}

function missing(reason: string): DifusorError {
  return new DifusorError('SETTINGS_INVALID', { reason });
}
