import { randomBytes } from 'node:crypto';
import pLimit from 'p-limit';
import type { SFTPWrapper } from 'ssh2';
import type { TransferFact } from '../compliance/index.js';
import { failureOf } from '../failure.js';
import { called } from './called.js';
import { read, unreadable, type Reading, type Unread } from './reading.js';

export interface TransferOptions {
  readonly by: TransferFact['by'];
  /** Of 10⁶ bytes. */
  readonly megabytes: number;
  readonly runs: number;
  /** Milliseconds of a clock that never goes back. */
  readonly tick: () => number;
  /** Takes the file away where the service does not let its own account do so; false when that failed. */
  readonly removeOtherwise?: (name: string) => Promise<boolean>;
}

/** Speeds of the same file, both ways. */
export interface Transfers {
  readonly upload: Reading<TransferFact>;
  readonly download: Reading<TransferFact>;
}

const MEGABYTE = 1_000_000;
/** As much as a server takes in one message. */
const PIECE = 32 * 1024;
/** Messages on the way, so that the way's length does not count. */
const AT_ONCE = 256;
/** SSH_FX_PERMISSION_DENIED. */
const PERMISSION_DENIED = 3;
/** Longest time for one run. */
const RUN_MS = 180_000;

/**
 * Uploads random bytes several times and reads them back where the service lets one read, under a name that begins with a
 * dot, which the worker takes for no package; the file is removed also where that failed, and named where it stays.
 */
export async function measureTransfers(sftp: SFTPWrapper, options: TransferOptions): Promise<Transfers> {
  const name = `.difusor-audit-${randomBytes(8).toString('hex')}`;
  const transfers = await transferred(sftp, name, options);
  const unlinked = await called<void>((done) => sftp.unlink(name, (error) => done(error, undefined))).then(
    () => true,
    () => false,
  );
  if (unlinked || (await options.removeOtherwise?.(name)) === true) return transfers;
  return both(unreadable('refused', `rm ${name}`));
}

async function transferred(sftp: SFTPWrapper, name: string, options: TransferOptions): Promise<Transfers> {
  const bytes = options.megabytes * MEGABYTE;
  const [up, down]: [number[], number[]] = [[], []];
  let mayRead = true;
  try {
    for (let run = 0; run < options.runs; run += 1) {
      up.push(await timed(options, () => upload(sftp, name, bytes)));
      mayRead &&= await letsRead(sftp, name);
      if (mayRead) down.push(await timed(options, () => download(sftp, name, bytes)));
    }
  } catch (error) {
    const { message } = failureOf(error);
    return both(unreadable(message === TOO_SLOW ? 'timeOut' : 'refused', `sftp ${message}`));
  }
  return {
    upload: read(factOf(up, options)),
    download: mayRead ? read(factOf(down, options)) : unreadable('refused', 'sftp read'),
  };
}

/** An inbox into which one puts, and no more, refuses to be read. */
async function letsRead(sftp: SFTPWrapper, name: string): Promise<boolean> {
  try {
    const handle = await called<Buffer>((done) => sftp.open(name, 'r', done));
    await called<number>((done) => sftp.read(handle, Buffer.alloc(1), 0, 1, 0, done));
    await called<void>((done) => sftp.close(handle, (error) => done(error, undefined)));
    return true;
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === PERMISSION_DENIED) return false;
    throw error;
  }
}

/** The same answer for either way. */
export function both(reading: Unread): Transfers {
  return { upload: reading, download: reading };
}

const TOO_SLOW = `> ${RUN_MS / 1000} s`;

async function timed({ tick, megabytes }: TransferOptions, work: () => Promise<void>): Promise<number> {
  const before = tick();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_settle, fail) => {
    timer = setTimeout(() => fail(new Error(TOO_SLOW)), RUN_MS);
  });
  try {
    await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
  return megabytes / (Math.max(1, tick() - before) / 1000);
}

async function upload(sftp: SFTPWrapper, name: string, bytes: number): Promise<void> {
  // Bytes that no line and no disk could shorten, the same for each megabyte.
  const noise = randomBytes(MEGABYTE);
  const handle = await called<Buffer>((done) => sftp.open(name, 'w', done));
  await eachPiece(bytes, async (at, length) => {
    const from = at % (MEGABYTE - PIECE);
    await called<void>((done) =>
      sftp.write(handle, noise, from, length, at, (error) => done(error, undefined)),
    );
  });
  await called<void>((done) => sftp.close(handle, (error) => done(error, undefined)));
}

async function download(sftp: SFTPWrapper, name: string, bytes: number): Promise<void> {
  const handle = await called<Buffer>((done) => sftp.open(name, 'r', done));
  await eachPiece(bytes, async (at, length) => {
    const into = Buffer.allocUnsafe(length);
    const got = await called<number>((done) =>
      sftp.read(handle, into, 0, length, at, (error, count) => done(error, count)),
    );
    if (got !== length) throw new Error(`${got} ≠ ${length}`);
  });
  await called<void>((done) => sftp.close(handle, (error) => done(error, undefined)));
}

async function eachPiece(bytes: number, work: (at: number, length: number) => Promise<void>): Promise<void> {
  const limit = pLimit({ concurrency: AT_ONCE, rejectOnClear: true });
  const starts = Array.from({ length: Math.ceil(bytes / PIECE) }, (_each, index) => index * PIECE);
  try {
    await Promise.all(starts.map((at) => limit(work, at, Math.min(PIECE, bytes - at))));
  } catch (error) {
    limit.clearQueue();
    throw error;
  }
}

function factOf(runs: readonly number[], { by, megabytes }: TransferOptions): TransferFact {
  const sorted = [...runs].sort((a, b) => a - b);
  return { by, megabytes, runs, median: sorted[Math.floor((sorted.length - 1) / 2)] ?? 0 };
}
