import { DifusorError } from '../../errors.js';
import type { ArchiveLimits } from './archive-limits.js';
import { assertRatio, tooLarge } from './entry-policy.js';
import type { TarFile } from './tar-file.js';

const BLOCK = 512;
const EMPTY = Buffer.alloc(BLOCK);
/** A tar ends in two empty blocks. */
const END_MARK = 2 * BLOCK;
const MAGIC_AT = 257;
const TYPE_FLAG_AT = 156;
/** Most that headers take beside the files, for each entry. */
const HEADER_ALLOWANCE = 4 * BLOCK;

interface Run {
  readonly from: number;
  to: number;
}

/**
 * Sees the bytes of a tar before its parser does, and knows what that doesn't tell: how much was inflated, where the
 * tar ends, and the flag of an entry of unknown type. It passes whole blocks on, and must be read in step with the
 * parser: the next chunk only once the last one is parsed.
 */
export class TarWatch {
  #chunk: Buffer = Buffer.alloc(0);
  /** Offset of the present chunk in the tar. */
  #chunkAt = 0;
  #total = 0;
  /** Offset behind the data of the last entry. */
  #dataEnd = 0;
  /** Runs of empty blocks behind the last entry. */
  #empty: Run[] = [];
  #exhausted = false;

  constructor(
    readonly file: TarFile,
    readonly limits: ArchiveLimits,
  ) {}

  /** @throws ARCHIVE_TOO_LARGE, ARCHIVE_RATIO_TOO_HIGH, ARCHIVE_FORMAT_UNKNOWN, ARCHIVE_TRUNCATED */
  async *blocks(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let rest: Buffer = Buffer.alloc(0);
    for await (const chunk of bytes) {
      this.#count(chunk.length);
      const joined = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const whole = joined.length - (joined.length % BLOCK);
      rest = joined.subarray(whole);
      if (whole === 0) continue;
      this.#look(joined.subarray(0, whole));
      yield this.#chunk;
    }
    if (rest.length > 0) throw this.#refusal('ARCHIVE_TRUNCATED');
    this.#exhausted = true;
  }

  /** The byte in an entry's header that names its type. */
  typeFlag(dataAt: number): string {
    const at = dataAt - BLOCK - this.#chunkAt + TYPE_FLAG_AT;
    return String.fromCharCode(this.#chunk[at] ?? 0);
  }

  /**
   * Told of each entry before its data.
   * @throws ARCHIVE_TRAILING_BYTES when the tar had ended before it
   */
  entry(dataAt: number, size: number): void {
    if (this.#endedBefore(dataAt - BLOCK)) throw this.#refusal('ARCHIVE_TRAILING_BYTES');
    this.#dataEnd = dataAt + Math.ceil(size / BLOCK) * BLOCK;
  }

  /** What it means that the parser failed. */
  parserFailed(cause: unknown): DifusorError {
    if (this.#exhausted) return this.#refusal('ARCHIVE_TRUNCATED', cause);
    const ended = this.#empty.some(({ from, to }) => from <= this.#dataEnd && to - this.#dataEnd >= END_MARK);
    return this.#refusal(ended ? 'ARCHIVE_TRAILING_BYTES' : 'ARCHIVE_TAR_HEADER_DAMAGED', cause);
  }

  /** @throws ARCHIVE_TRUNCATED, ARCHIVE_TRAILING_BYTES once all is read, when it does not end as a tar does */
  assertEnded(): void {
    const behind = this.#total - this.#dataEnd;
    const last = this.#empty.at(-1);
    const empty = last?.to === this.#total ? last.to - Math.max(last.from, this.#dataEnd) : 0;
    if (empty === behind && behind >= END_MARK) return;
    throw this.#refusal(behind < END_MARK ? 'ARCHIVE_TRUNCATED' : 'ARCHIVE_TRAILING_BYTES');
  }

  #count(bytes: number): void {
    this.#total += bytes;
    const { maxBytes, maxEntries } = this.limits;
    if (this.#total > maxBytes + maxEntries * HEADER_ALLOWANCE) throw tooLarge(this.limits);
    const { packedBytes, packageName } = this.file;
    if (packedBytes !== undefined) assertRatio(packageName, this.#total, packedBytes, this.limits);
  }

  #look(chunk: Buffer): void {
    this.#chunkAt += this.#chunk.length;
    this.#chunk = chunk;
    if (this.#chunkAt === 0 && !looksLikeTar(chunk)) throw this.#refusal('ARCHIVE_FORMAT_UNKNOWN');
    this.#empty = this.#empty.filter(({ to }) => to > this.#dataEnd);
    const first = Math.max(0, this.#dataEnd - this.#chunkAt);
    for (let at = first; at < chunk.length; at += BLOCK) {
      if (chunk.compare(EMPTY, 0, BLOCK, at, at + BLOCK) === 0) this.#note(this.#chunkAt + at);
    }
  }

  #note(from: number): void {
    const last = this.#empty.at(-1);
    if (last?.to === from) last.to += BLOCK;
    else this.#empty.push({ from, to: from + BLOCK });
  }

  #endedBefore(offset: number): boolean {
    return this.#empty.some(
      ({ from, to }) => Math.min(to, offset) - Math.max(from, this.#dataEnd) >= END_MARK,
    );
  }

  #refusal(
    code:
      | 'ARCHIVE_FORMAT_UNKNOWN'
      | 'ARCHIVE_TRUNCATED'
      | 'ARCHIVE_TRAILING_BYTES'
      | 'ARCHIVE_TAR_HEADER_DAMAGED',
    cause?: unknown,
  ): DifusorError {
    return new DifusorError(code, { package: this.file.packageName }, { cause, retryable: true });
  }
}

/** Whether bytes begin as a tar does; one without entries begins with its end. */
export function looksLikeTar(bytes: Buffer): boolean {
  if (bytes.toString('latin1', MAGIC_AT, MAGIC_AT + 5) === 'ustar') return true;
  return bytes.length >= BLOCK && bytes.compare(EMPTY, 0, BLOCK, 0, BLOCK) === 0;
}
