import type { LiveHostFact, TransferFact } from '../compliance/index.js';
import type { AuditOptions } from './audit.js';
import { removeUploadCommand, scanCommand } from './host-commands.js';
import { andThen, stamp, unreadable, read, type Reading, type Unread } from './reading.js';
import { SshSession } from './ssh-session.js';
import type { AuditedHost } from './target.js';
import { both, measureTransfers, type Transfers } from './transfer.js';

/** What is to be transferred, or why nothing is. */
export type TransferWish =
  | {
      /** Of 10⁶ bytes. */
      readonly megabytes: number;
      /** Private key that the institute's service lets in; absent: the host's own sshd is measured. */
      readonly ingestKey?: string;
    }
  | Unread;

const RUNS = 3;
const MEGABYTE = 1_000_000;
/** Bytes that a measurement leaves free at least. */
const LEAVES = 1_000_000_000;

/** Speeds of real transfers to a host, over the service that the institute uses where its key is at hand. */
export async function lookAtTransfers(
  session: Reading<SshSession>,
  host: AuditedHost,
  free: LiveHostFact['free'],
  options: AuditOptions,
): Promise<Pick<LiveHostFact, 'upload' | 'download'>> {
  const { now } = options;
  const { upload, download } = await transfers(session, host, free, options);
  return {
    upload: stamp(now, upload),
    download: stamp(now, download),
  };
}

async function transfers(
  session: Reading<SshSession>,
  host: AuditedHost,
  free: LiveHostFact['free'],
  options: AuditOptions,
): Promise<Transfers> {
  const { transfer } = options;
  if ('why' in transfer) return both(transfer);
  if (!('value' in session)) return both(session);
  const { megabytes, ingestKey } = transfer;
  if ('value' in free && free.value < megabytes * MEGABYTE + LEAVES) {
    return both(unreadable('refused', `df ${free.value}`));
  }
  if (ingestKey === undefined || host.ingest === undefined) {
    return over(session.value, 'host', megabytes, options);
  }
  const service = await openIngest(session.value, host, host.ingest, ingestKey);
  if (!('value' in service)) return both(service);
  const removeOtherwise = async (name: string): Promise<boolean> =>
    'value' in (await session.value.run(removeUploadCommand(host.folder, name)));
  try {
    return await over(service.value, 'ingest', megabytes, options, removeOtherwise);
  } finally {
    service.value.close();
  }
}

async function over(
  session: SshSession,
  by: TransferFact['by'],
  megabytes: number,
  { tick }: AuditOptions,
  removeOtherwise?: (name: string) => Promise<boolean>,
): Promise<Transfers> {
  const sftp = await session.sftp();
  if (!('value' in sftp)) return both(sftp);
  return measureTransfers(sftp.value, { by, megabytes, runs: RUNS, tick, removeOtherwise });
}

/** The service made its own key at its first start; the host, which is known by now, tells which. */
async function openIngest(
  session: SshSession,
  { address }: AuditedHost,
  { port, user }: { readonly port: number; readonly user: string },
  privateKey: string,
): Promise<Reading<SshSession>> {
  const hostKeys = andThen(await session.run(scanCommand(address, port)), parseScan);
  if (!('value' in hostKeys)) return hostKeys;
  return SshSession.open({ address, port, user, hostKeys: hostKeys.value }, { privateKey });
}

/** Lines of ssh-keyscan: an address, a kind and a key. */
function parseScan(text: string): Reading<readonly string[]> {
  const keys = [...text.matchAll(/^[^#\s]\S* ((?:ssh|ecdsa)-[\w-]{1,40} [A-Za-z0-9+/=]{16,2000})$/gm)];
  return keys.length === 0 ? unreadable('unread', text) : read(keys.map(([, key = '']) => key));
}
