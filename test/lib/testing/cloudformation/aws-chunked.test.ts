import fc from 'fast-check';
import { decodeAwsChunked, isAwsChunked } from '../../../../lib/testing/cloudformation/aws-chunked.js';

const encode = (chunks: readonly Uint8Array[], trailer: string): Buffer =>
  Buffer.concat([
    ...chunks.map((chunk) =>
      Buffer.concat([
        Buffer.from(`${chunk.length.toString(16)};chunk-signature=abc\r\n`),
        chunk,
        Buffer.from('\r\n'),
      ]),
    ),
    Buffer.from(`0\r\n${trailer}\r\n`),
  ]);

describe('decodeAwsChunked', () => {
  it('gives back any bytes, however they were cut', () => {
    const chunks = fc.array(fc.uint8Array({ minLength: 1, maxLength: 300 }), { maxLength: 5 });
    fc.assert(
      fc.property(chunks, fc.constantFrom('', 'x-amz-checksum-crc32:AAAAAA==\r\n'), (parts, trailer) => {
        expect(decodeAwsChunked(encode(parts, trailer)).equals(Buffer.concat(parts))).toBe(true);
      }),
      { seed: 20270606 },
    );
  });

  it('refuses a body that ends too soon', () => {
    expect(() => decodeAwsChunked(Buffer.from('5\r\nabc'))).toThrow('damaged');
    expect(() => decodeAwsChunked(Buffer.from('no chunks at all'))).toThrow('damaged');
  });
});

describe('isAwsChunked', () => {
  it('goes by the headers', () => {
    expect(isAwsChunked({ 'content-encoding': 'gzip, aws-chunked' })).toBe(true);
    expect(isAwsChunked({ 'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER' })).toBe(true);
    expect(isAwsChunked({ 'content-encoding': 'gzip', 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' })).toBe(
      false,
    );
    expect(isAwsChunked({})).toBe(false);
  });
});
