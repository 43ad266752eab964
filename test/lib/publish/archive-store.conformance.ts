import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReceivedPackage } from '../../../lib/cut/index.js';
import type { ArchiveStore } from '../../../lib/publish/index.js';
import { sha256 } from '../../support/cuts.js';
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
      return { name, path, bytes: bytes.length, sha256: sha256(bytes) };
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

    it('says that it could not keep a package', async () => {
      const gone = { ...received(Buffer.from('x')), path: join(directory(), 'gone') };
      await expect(open(directory()).keep(GENERATION, gone)).rejects.toMatchObject({
        code: expect.stringMatching(/^STORE_/) as string,
      });
    });
  });
}
