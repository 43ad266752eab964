import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createGunzip, gzipSync } from 'node:zlib';
import { readEntry } from '../../../../lib/cut/archive/entry-content.js';
import { inflated } from '../../../../lib/cut/archive/inflated.js';

const CONTENT = Buffer.alloc(9000, 'acta');

describe('inflated', () => {
  it('gives the content', async () => {
    expect((await buffer(inflated(Readable.from([gzipSync(CONTENT)]), createGunzip()))).equals(CONTENT)).toBe(
      true,
    );
  });

  it('leaves bytes behind the data alone, each time', async () => {
    for (let time = 0; time < 50; time++) {
      const gunzip = createGunzip();
      const packed = Buffer.concat([gzipSync(CONTENT), Buffer.alloc(9)]);
      expect((await buffer(inflated(Readable.from([packed]), gunzip))).length).toBe(CONTENT.length);
      expect(gunzip.bytesWritten).toBe(packed.length - 9);
    }
  });

  it('tells a failure of what it reads from', async () => {
    const missing = createReadStream(join(__dirname, 'no-such-file'));
    await expect(buffer(inflated(missing, createGunzip()))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('tells data that end too early, and lets go of what it reads from', async () => {
    const packed = Readable.from([gzipSync(CONTENT).subarray(0, -9)]);
    await expect(buffer(inflated(packed, createGunzip()))).rejects.toMatchObject({ code: 'Z_BUF_ERROR' });
    expect(packed.destroyed).toBe(true);
  });

  it('tells a reader that comes only after the failure', async () => {
    const damaged = gzipSync(CONTENT).fill(0xff, 12, 20);
    const content = inflated(Readable.from([damaged]), createGunzip());
    await new Promise<void>((resolve) => content.once('close', () => resolve()));
    await expect(readEntry(content, { path: 'a', size: CONTENT.length })).rejects.toMatchObject({
      code: 'Z_DATA_ERROR',
    });
  });
});
