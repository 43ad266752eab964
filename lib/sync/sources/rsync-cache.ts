import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, realpath } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { diskWriteFailed, hasSystemCode } from '../../disk/disk-failure.js';
import { sourceUnreachable } from './source-unreachable.js';

export interface RsyncCacheOptions {
  /** Names the source to a person. */
  readonly host: string;
  /** Folder that outlives the run; absent, one of the run's own is used, and everything is transferred each time. */
  readonly cacheDirectory: string | undefined;
  /** Directory of this run's own. */
  readonly directory: string;
  /** How long another worker of this host is waited for that pulls into the same folder, in milliseconds. */
  readonly waitMs: number;
}

const POLL_MS = 250;

/**
 * Lends the folder into which rsync pulls, to one worker of this host at a time.
 * @throws SOURCE_UNREACHABLE while another worker has the folder, STORE_WRITE_FAILED
 */
export async function withRsyncCache<T>(
  options: RsyncCacheOptions,
  work: (cache: string) => Promise<T>,
): Promise<T> {
  const cache = join(options.cacheDirectory ?? options.directory, 'rsync');
  await makeFolder(cache);
  if (options.cacheDirectory === undefined || process.platform !== 'linux') return work(cache);
  const claim = await acquire(cache, options);
  try {
    return await work(cache);
  } finally {
    claim.close();
  }
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw diskWriteFailed(path, error);
  }
}

/**
 * A name in Linux's abstract sockets is one process's at a time, and is free the moment that process is gone, however
 * it went; a file as a lock would stay behind.
 */
async function acquire(cache: string, { host, waitMs }: RsyncCacheOptions): Promise<Server> {
  const digest = createHash('sha256')
    .update(await realpath(cache))
    .digest('hex');
  const until = performance.now() + waitMs;
  for (;;) {
    try {
      return await claimName(`\0difusor-${digest}`);
    } catch (error) {
      if (!hasSystemCode(error, 'EADDRINUSE')) throw error;
      if (performance.now() >= until) throw sourceUnreachable({ host, reason: 'EBUSY' }, error);
    }
    await sleep(POLL_MS);
  }
}

async function claimName(name: string): Promise<Server> {
  const server = createServer((socket) => socket.destroy()).unref();
  server.listen(name);
  await once(server, 'listening');
  return server;
}
