/** Bytes of one request; every SFTP server answers as many at once. */
const CHUNK_BYTES = 32 * 1024;
/** Requests under way at a time, so that the way there and back is not waited for with each. */
const IN_FLIGHT = 64;

/** Reads a part of a file; fewer bytes than asked for, or none, where the file ends. */
export type ReadPart = (position: number, length: number) => Promise<Buffer>;

/** The first `size` bytes of a file in order, asked for ahead; fewer where it ends before. */
export async function* readAhead(read: ReadPart, size: number): AsyncGenerator<Buffer> {
  const underWay: Promise<Buffer>[] = [];
  let asked = 0;
  let got = 0;
  while (got < size) {
    while (asked < size && underWay.length < IN_FLIGHT) {
      const length = Math.min(CHUNK_BYTES, size - asked);
      const part = readWhole(read, asked, length);
      // Whoever waits for it is told; until then it is nobody's unhandled rejection.
      part.catch(() => undefined);
      underWay.push(part);
      asked += length;
    }
    const expected = Math.min(CHUNK_BYTES, size - got);
    const chunk = (await underWay.shift()) ?? Buffer.alloc(0);
    if (chunk.length > 0) yield chunk;
    got += chunk.length;
    if (chunk.length < expected) return;
  }
}

/** A server may answer with less than it was asked for where the file has not ended. */
async function readWhole(read: ReadPart, position: number, length: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let got = 0;
  while (got < length) {
    const part = await read(position + got, length - got);
    if (part.length === 0) break;
    parts.push(part);
    got += part.length;
  }
  const [only, ...others] = parts;
  return only !== undefined && others.length === 0 ? only : Buffer.concat(parts);
}
