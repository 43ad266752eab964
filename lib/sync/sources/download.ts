import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { Digesting, MIB, type ReceivedArchive } from '../../cut/index.js';
import { diskWriteFailed } from '../../disk/disk-failure.js';
import { failureOf } from '../../failure.js';
import { DifusorError } from '../../errors.js';
import { StallGuard, type TimeLimit } from './stall-guard.js';
import { sourceUnreachable } from './source-unreachable.js';

export interface ReadOptions extends TimeLimit {
  readonly host: string;
  readonly maxBytes: number;
}

export interface DownloadOptions extends ReadOptions {
  readonly name: string;
  readonly directory: string;
  /** Bytes that the source declared; absent where it did not. */
  readonly declaredBytes: number | undefined;
}

/** The length of what a source sends without saying how long it is. */
export const UNDECLARED = 'unknown';

const DISK_CALLS = ['open', 'write', 'writev', 'close'];
const TIMED_OUT = ['UND_ERR_BODY_TIMEOUT', 'TimeoutError'];

/**
 * Streams a body to a file, hashed on the way and never held in memory.
 * @throws SOURCE_TOO_LARGE, SOURCE_TRUNCATED, SOURCE_UNREACHABLE when it stalls, STORE_WRITE_FAILED when the disk fails
 */
export async function download(body: Readable, options: DownloadOptions): Promise<ReceivedArchive> {
  const { host, name, directory, maxBytes, declaredBytes } = options;
  const tooLarge = new DifusorError('SOURCE_TOO_LARGE', { limitMib: Math.floor(maxBytes / MIB) });
  if ((declaredBytes ?? 0) > maxBytes) throw tooLarge;
  const path = join(directory, name);
  const digesting = new Digesting();
  const guard = new StallGuard(body, options);
  const limited = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      guard.touch();
      if (digesting.bytes + chunk.length > maxBytes) throw tooLarge;
      yield chunk;
    }
  };
  try {
    await pipeline(body, limited, digesting, createWriteStream(path, { flags: 'wx' }));
  } catch (error) {
    throw downloadFailure(error, path, host, digesting.bytes, declaredBytes);
  } finally {
    guard.release();
  }
  if (declaredBytes !== undefined && digesting.bytes !== declaredBytes) {
    throw truncated(digesting.bytes, declaredBytes);
  }
  return { form: 'archive', name, path, bytes: digesting.bytes, sha256: digesting.sha256() };
}

/**
 * Reads a small text, such as a file beside a package.
 * @returns `undefined` where it has more than `maxBytes`: then it is no such file
 * @throws SOURCE_TRUNCATED, SOURCE_UNREACHABLE when it stalls
 */
export async function readText(body: Readable, options: ReadOptions): Promise<string | undefined> {
  const guard = new StallGuard(body, options);
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      guard.touch();
      bytes += chunk.length;
      if (bytes > options.maxBytes) return undefined;
      chunks.push(chunk);
    }
  } catch (error) {
    throw downloadFailure(error, '', options.host, bytes, undefined);
  } finally {
    guard.release();
  }
  return Buffer.concat(chunks).toString('utf8');
}

function downloadFailure(
  error: unknown,
  path: string,
  host: string,
  received: number,
  declared: number | undefined,
): DifusorError {
  if (error instanceof DifusorError) return error;
  const { reason, syscall } = failureOf(error);
  if (DISK_CALLS.includes(syscall ?? '')) {
    return diskWriteFailed(path, error);
  }
  if (TIMED_OUT.includes(reason)) return sourceUnreachable({ host, reason }, error);
  return truncated(received, declared, error);
}

function truncated(received: number, declared: number | undefined, cause?: unknown): DifusorError {
  const params = { received, declared: declared ?? UNDECLARED };
  return new DifusorError('SOURCE_TRUNCATED', params, { cause, retryable: true });
}
