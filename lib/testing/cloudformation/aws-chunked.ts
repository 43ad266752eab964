const CRLF = '\r\n';

/** Whether a body carries the chunks of a signed or checksummed upload instead of the bytes alone. */
export function isAwsChunked(headers: Readonly<Record<string, string | string[] | undefined>>): boolean {
  return (
    String(headers['content-encoding'] ?? '').includes('aws-chunked') ||
    String(headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING')
  );
}

/**
 * The bytes of an `aws-chunked` body: `size;extensions CRLF bytes CRLF`, until a chunk of size 0 and its trailers.
 * @throws Error for a body whose chunks do not add up
 */
export function decodeAwsChunked(body: Buffer): Buffer {
  const chunks: Buffer[] = [];
  let offset = 0;
  for (;;) {
    const end = body.indexOf(CRLF, offset);
    const size = Number.parseInt(body.toString('latin1', offset, end).split(';')[0] ?? '', 16);
    const start = end + CRLF.length;
    if (end < 0 || Number.isNaN(size) || start + size > body.length)
      throw new Error('aws-chunked body is damaged');
    if (size === 0) return Buffer.concat(chunks);
    chunks.push(body.subarray(start, start + size));
    offset = start + size + CRLF.length;
  }
}
