import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BodyBuffers } from '../../../lib/publish/body-buffers.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const KIB = 1024;

describe('BodyBuffers', () => {
  const directory = useTemporaryDirectory();
  const written = (name: string, content: string): string => {
    const path = join(directory(), name);
    writeFileSync(path, content);
    return path;
  };

  it.each([0, 1, 16 * KIB, 16 * KIB + 1, 600 * KIB])('reads a file of %i bytes', (size) => {
    const content = 'x'.repeat(size);
    expect(new BodyBuffers().read(written('a', content), size).toString()).toBe(content);
  });

  it('uses the memory of a body again once it was given back, and shows nothing of it', () => {
    const bodies = new BodyBuffers();
    const first = bodies.read(written('a', 'long content'), 12);
    const second = bodies.read(written('b', 'b'), 1);
    expect(second.buffer).not.toBe(first.buffer);
    expect(first.toString()).toBe('long content');
    bodies.release(first);
    const third = bodies.read(written('c', 'short'), 5);
    expect(third.buffer).toBe(first.buffer);
    expect(third.toString()).toBe('short');
    expect(second.toString()).toBe('b');
  });

  it('gives one body to one file at a time', () => {
    const bodies = new BodyBuffers();
    bodies.release(bodies.read(written('a', 'a'), 1));
    const [one, other] = ['1', '2'].map((content) => bodies.read(written(content, content), 1));
    expect([one, other].map(String)).toEqual(['1', '2']);
  });

  it.each([
    ['one large body', [600 * KIB]],
    ['many bodies', Array.from({ length: 40 }, () => 500 * KIB)],
  ])('does not keep the memory of %s', (_what, sizes) => {
    const bodies = new BodyBuffers();
    const path = written('a', 'x'.repeat(600 * KIB));
    const read = sizes.map((size) => bodies.read(path, size));
    for (const body of read) bodies.release(body);
    const before = new Set(read.map(({ buffer }) => buffer));
    const again = sizes.map((size) => bodies.read(path, size));
    const kept = again.filter(({ buffer }) => before.has(buffer)).length;
    expect(kept * 512 * KIB).toBeLessThanOrEqual(8 * KIB * KIB);
    expect(kept).toBeLessThan(sizes.length);
  });

  it('reads of a file that grew what was asked, and all of one that shrank', () => {
    const bodies = new BodyBuffers();
    const path = written('a', '12345');
    expect(bodies.read(path, 3).toString()).toBe('123');
    expect(bodies.read(path, 9).toString()).toBe('12345');
  });

  it('tells of a file that is not there', () => {
    const read = (): Buffer => new BodyBuffers().read(join(directory(), 'none'), 1);
    expect(read).toThrow(expect.objectContaining({ code: 'STORE_READ_FAILED', retryable: true }));
  });
});
