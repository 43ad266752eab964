import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { crc32 } from 'node:zlib';

/** Passes bytes on and takes their number, SHA-256 and CRC-32 on the way. */
export class Digesting extends Transform {
  #hash = createHash('sha256');
  #crc32 = 0;
  #bytes = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#hash.update(chunk);
    this.#crc32 = crc32(chunk, this.#crc32);
    this.#bytes += chunk.length;
    done(null, chunk);
  }

  get bytes(): number {
    return this.#bytes;
  }

  get crc32(): number {
    return this.#crc32;
  }

  /** Lower-case hexadecimal SHA-256; once read, no more bytes may pass. */
  sha256(): string {
    return this.#hash.digest('hex');
  }
}
