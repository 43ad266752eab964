import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { treeSha256, type ReceivedPackage, type ReceivedTree } from '../../../lib/cut/index.js';
import type { ArchiveStore } from '../../../lib/publish/index.js';
import { extractedCut, sha256 } from '../../support/cuts.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const GENERATION = '20240603T030000Z-00000001';

export interface ArchiveStoreHarness {
  open(directory: string): ArchiveStore;
  /** What is kept under a path of the archive; `undefined` where there is nothing. */
  content(directory: string, path: string): Buffer | undefined;
}

/** The contract of `ArchiveStore`, held against one kind of archive. */
export function describeArchiveStore(kind: string, { open, content }: ArchiveStoreHarness): void {
  describe(`${kind} as an archive`, () => {
    const directory = useTemporaryDirectory();
    const received = (bytes: Buffer, name = '20240602_2000_PREP_BCS.zip'): ReceivedPackage => {
      const path = join(mkdtempSync(join(directory(), 'received-')), name);
      writeFileSync(path, bytes);
      return { form: 'archive', name, path, bytes: bytes.length, sha256: sha256(bytes) };
    };

    it('keeps a package byte for byte, under its generation and name', async () => {
      const bytes = Buffer.from([0, 1, 2, 255, 13, 10]);
      const kept = await open(directory()).keep(GENERATION, received(bytes));
      expect(kept).toBe(`packages/${GENERATION}/20240602_2000_PREP_BCS.zip`);
      expect(content(directory(), kept)).toEqual(bytes);
    });

    it('may be given the same package again', async () => {
      const archive = open(directory());
      const once = received(Buffer.from('x'));
      const kept = await archive.keep(GENERATION, once);
      expect(await archive.keep(GENERATION, once)).toBe(kept);
      expect(content(directory(), kept)?.toString()).toBe('x');
    });

    it('never replaces what it keeps', async () => {
      const archive = open(directory());
      const kept = await archive.keep(GENERATION, received(Buffer.from('first')));
      await archive.keep(GENERATION, received(Buffer.from('other')));
      expect(content(directory(), kept)?.toString()).toBe('first');
    });

    describe('of a tree', () => {
      const tree = (contents: Record<string, string>, name = 'publicacion'): ReceivedTree => {
        const { directory: path, manifest } = extractedCut(directory(), '2024-06-03T03:00:00Z', contents);
        const { files } = manifest;
        const bytes = files.reduce((sum, file) => sum + file.size, 0);
        return { form: 'tree', name, path, bytes, sha256: treeSha256(files), files };
      };

      it('keeps each file under its path', async () => {
        const archive = open(directory());
        const received = tree({ 'index.html': 'page', 'actas/x/1.jpg': 'image', empty: '' });
        const kept = await archive.keep(GENERATION, received);
        expect(kept).toBe(`packages/${GENERATION}/publicacion`);
        expect(await archive.keep(GENERATION, received)).toBe(kept);
        expect(content(directory(), `${kept}/index.html`)?.toString()).toBe('page');
        expect(content(directory(), `${kept}/actas/x/1.jpg`)?.toString()).toBe('image');
        expect(content(directory(), `${kept}/empty`)?.toString()).toBe('');
      });

      it('never replaces what it keeps', async () => {
        const archive = open(directory());
        const kept = await archive.keep(GENERATION, tree({ a: 'first' }));
        await archive.keep(GENERATION, tree({ a: 'other' }));
        expect(content(directory(), `${kept}/a`)?.toString()).toBe('first');
      });

      it('says that it could not keep a file, and keeps the tree when it can', async () => {
        const archive = open(directory());
        const received = tree({ a: '1', b: '2' });
        rmSync(join(received.path, 'b'));
        await expect(archive.keep(GENERATION, received)).rejects.toMatchObject({
          code: expect.stringMatching(/^STORE_/) as string,
        });
        writeFileSync(join(received.path, 'b'), '2');
        const kept = await archive.keep(GENERATION, received);
        expect(content(directory(), `${kept}/b`)?.toString()).toBe('2');
      });
    });

    it('says that it could not keep a package', async () => {
      const gone = { ...received(Buffer.from('x')), path: join(directory(), 'gone') };
      await expect(open(directory()).keep(GENERATION, gone)).rejects.toMatchObject({
        code: expect.stringMatching(/^STORE_/) as string,
      });
    });
  });
}
