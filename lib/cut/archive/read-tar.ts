import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, type Gunzip } from 'node:zlib';
import { extract, type Extract, type Header } from 'tar-stream';
import { DifusorError } from '../../errors.js';
import { archiveFailure, inflateFailure } from './archive-failure.js';
import type { ArchiveLimits } from './archive-limits.js';
import { inflated } from './inflated.js';
import type { PackageEntry } from './package-entry.js';
import { entryOfTar, isRoot, type TarHeader } from './tar-entry.js';
import type { TarFile } from './tar-file.js';
import { TarWatch } from './tar-watch.js';

/** Given each entry in turn; it takes the content or leaves it, and may end the reading there. */
export type TarVisitor = (entry: PackageEntry, content: Readable) => Promise<'enough' | undefined>;

const ENOUGH = new Error('enough');

/**
 * Reads a tar from its first byte to its last, or until the visitor has enough.
 * @throws what the visitor throws; ARCHIVE_TRUNCATED, ARCHIVE_TRAILING_BYTES, ARCHIVE_CORRUPT,
 *   ARCHIVE_TAR_HEADER_DAMAGED, ARCHIVE_FORMAT_UNKNOWN, ARCHIVE_TOO_LARGE, ARCHIVE_RATIO_TOO_HIGH
 */
export async function readTar(file: TarFile, limits: ArchiveLimits, visit: TarVisitor): Promise<void> {
  const watch = new TarWatch(file, limits);
  const gunzip = file.packedBytes === undefined ? undefined : createGunzip();
  // In step: the watch looks at a chunk only once the one before it is parsed.
  const parser = extract({ highWaterMark: 1 });
  const visits = visitEntries(parser, watch, visit);
  try {
    await pump(file, gunzip, watch, parser);
    await visits.last();
    rethrow(visits.failure());
  } catch (error) {
    if (visits.failure()?.thrown === ENOUGH) return;
    throw tarFailure(error, file, watch, visits.failure());
  }
  watch.assertEnded();
  if (gunzip !== undefined && gunzip.bytesWritten < (file.packedBytes ?? 0)) {
    throw new DifusorError('ARCHIVE_TRAILING_BYTES', { package: file.packageName }, { retryable: true });
  }
}

async function pump(
  file: TarFile,
  gunzip: Gunzip | undefined,
  watch: TarWatch,
  parser: Extract,
): Promise<void> {
  const packed = createReadStream(file.path);
  const look = (bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> => watch.blocks(bytes);
  await pipeline(gunzip === undefined ? packed : inflated(packed, gunzip), look, parser);
}

type ExtractedEntry = Extract extends AsyncIterable<infer Source> ? Source : never;

interface Thrown {
  readonly thrown: unknown;
}

interface Visits {
  /** Resolves once the visitor has done with the last entry. */
  last(): Promise<void>;
  /** What the visitor threw. */
  failure(): Thrown | undefined;
}

function visitEntries(parser: Extract, watch: TarWatch, visit: TarVisitor): Visits {
  let last = Promise.resolve();
  let failure: Thrown | undefined;
  parser.on('entry', (header: Header, content, next) => {
    // The parser tells of a broken stream here too, and nobody may be left to hear it.
    content.on('error', () => undefined);
    last = visitOne(header as unknown as TarHeader, content, watch, visit).then(
      () => next(),
      (thrown: unknown) => {
        failure = { thrown };
        next(thrown instanceof Error ? thrown : new Error(String(thrown)));
      },
    );
  });
  return { last: () => last, failure: () => failure };
}

async function visitOne(
  header: TarHeader,
  content: ExtractedEntry,
  watch: TarWatch,
  visit: TarVisitor,
): Promise<void> {
  const typeFlag = watch.typeFlag(header.byteOffset);
  const closed = new Promise<void>((resolve) => content.once('close', () => resolve()));
  watch.entry(header.byteOffset, header.size);
  if (!isRoot(header) && (await visit(entryOfTar(header, typeFlag), Readable.from(content))) === 'enough') {
    throw ENOUGH;
  }
  // The parser goes straight on behind a folder's header, whatever size that says, and gives its content no end.
  if (header.type === 'directory') return;
  content.resume();
  await closed;
}

/** An entry at the very end may fail after its last byte was taken. */
function rethrow(failure: Thrown | undefined): void {
  if (failure !== undefined) throw failure.thrown;
}

function tarFailure(error: unknown, file: TarFile, watch: TarWatch, visitor: Thrown | undefined): unknown {
  if (error instanceof DifusorError) return error;
  const unpacking = inflateFailure(error);
  if (unpacking === 'truncated') {
    return new DifusorError(
      'ARCHIVE_TRUNCATED',
      { package: file.packageName },
      { cause: error, retryable: true },
    );
  }
  // The disk's, to which the visitor writes; it knows the place.
  if (unpacking === undefined && visitor?.thrown === error) return error;
  const deed = { packageName: file.packageName, doing: 'read', place: file.path } as const;
  const told = archiveFailure(error, deed);
  const ofParser = told.code === 'ARCHIVE_CORRUPT' && unpacking === undefined;
  return ofParser ? watch.parserFailed(error) : told;
}
