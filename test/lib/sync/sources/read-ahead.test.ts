import { buffer } from 'node:stream/consumers';
import { readAhead, type ReadPart } from '../../../../lib/sync/sources/read-ahead.js';

const CHUNK = 32 * 1024;
const CONTENT = Buffer.from(Array.from({ length: 100 * CHUNK + 7 }, (_, index) => (index * 31) % 251));

describe('readAhead', () => {
  const part: ReadPart = (position, length) => Promise.resolve(CONTENT.subarray(position, position + length));

  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, CONTENT.length])('reads %i bytes in order', async (size) => {
    expect((await buffer(readAhead(part, size))).equals(CONTENT.subarray(0, size))).toBe(true);
  });

  it('asks for several parts at a time, and for no more than it may', async () => {
    let underWay = 0;
    let most = 0;
    const read: ReadPart = async (position, length) => {
      most = Math.max(most, (underWay += 1));
      await Promise.resolve();
      underWay -= 1;
      return part(position, length);
    };
    await buffer(readAhead(read, CONTENT.length));
    expect(most).toBe(64);
  });

  it('asks again for what an answer lacks', async () => {
    const read: ReadPart = (position, length) => part(position, Math.min(length, 1000));
    expect((await buffer(readAhead(read, 3 * CHUNK))).equals(CONTENT.subarray(0, 3 * CHUNK))).toBe(true);
  });

  it('ends where the file ends before it should', async () => {
    const end = 2 * CHUNK + 5;
    const read: ReadPart = (position, length) =>
      part(position, Math.max(0, Math.min(length, end - position)));
    expect(await buffer(readAhead(read, CONTENT.length))).toHaveLength(end);
  });

  it('passes a failure on', async () => {
    const read: ReadPart = (position, length) =>
      position < CHUNK ? part(position, length) : Promise.reject(new Error('lost'));
    await expect(buffer(readAhead(read, CONTENT.length))).rejects.toThrow('lost');
  });
});
