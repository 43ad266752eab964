import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { Digesting } from '../../../lib/cut/digesting.js';

describe('Digesting', () => {
  it('passes the bytes on and takes number, SHA-256 and CRC-32 over all chunks', async () => {
    const chunks = [Buffer.from('difu'), Buffer.from(''), Buffer.from('sor')];
    const digesting = new Digesting();
    const passed: Buffer[] = [];
    await pipeline(Readable.from(chunks), digesting, async (bytes: AsyncIterable<Buffer>) => {
      for await (const chunk of bytes) passed.push(chunk);
    });
    expect(Buffer.concat(passed).toString()).toBe('difusor');
    expect(digesting.bytes).toBe(7);
    expect(digesting.crc32).toBe(crc32('difusor'));
    expect(digesting.sha256()).toBe(createHash('sha256').update('difusor').digest('hex'));
  });
});
