// What a client put into a request's body, out of the forms in which it travels, and whether it arrived as it left.
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/**
 * The content of a body. With chunked signatures each chunk has a line before it with its length, and a trailer
 * may follow the last.
 */
export function contentOf(body, headers) {
  if (!/^STREAMING-/.test(headers['x-amz-content-sha256'] ?? '')) return { content: body, trailers: {} };
  const chunks = [];
  for (let at = 0; ;) {
    const end = body.indexOf('\r\n', at);
    const length = Number.parseInt(body.toString('latin1', at, end), 16);
    const start = end + 2;
    if (end === -1 || !(length > 0))
      return { content: Buffer.concat(chunks), trailers: trailersIn(body, start) };
    chunks.push(body.subarray(start, start + length));
    at = start + length + 2;
  }
}

function trailersIn(body, start) {
  const lines = body.toString('latin1', start).split('\r\n');
  const pairs = lines.filter((line) => line.includes(':')).map((line) => line.split(/:\s*/, 2));
  return Object.fromEntries(pairs.map(([name, value]) => [name.toLowerCase(), value]));
}

const DIGESTS = {
  'content-md5': (content) => createHash('md5').update(content).digest('base64'),
  'x-amz-checksum-sha256': (content) => createHash('sha256').update(content).digest('base64'),
  'x-amz-checksum-crc32': (content) => {
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(content));
    return sum.toString('base64');
  },
};

/** Whether every digest that the client sent, and that is known here, is the content's. */
export function arrivedWhole(content, digests) {
  return Object.entries(DIGESTS).every(
    ([name, digest]) => digests[name] === undefined || digests[name] === digest(content),
  );
}
