import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildTar, tarEntry } from '../tar-writer.js';
import { buildZip, extraField, u64 } from '../zip-writer.js';
import { tarOf, zipOf, type HostileKind } from './hostile-kind.js';

const MARK32 = 0xffffffff;
const ZIP64 = 1;
const MIB = 1024 * 1024;
const many = (count: number): string[] => Array.from({ length: count }, (_, index) => `f${index}`);

/** Packages that are too large, or hold nothing. */
export const HOSTILE_SIZES: readonly HostileKind[] = [
  {
    what: '200 MB of zeros',
    code: 'ARCHIVE_RATIO_TOO_HIGH',
    zip: () => zipOf({ name: 'a', content: Buffer.alloc(200 * MIB) }),
    gzip: () => gzipSync(tarOf({ name: 'a', content: Buffer.alloc(200 * MIB) })),
  },
  {
    what: '70,000 entries',
    code: 'ARCHIVE_TOO_MANY_ENTRIES',
    zip: () =>
      buildZip(
        many(70_000).map((name) => ({ name, method: 0 })),
        { zip64: true },
      ),
    tar: () => buildTar(many(70_000).map((name) => ({ name }))),
  },
  {
    what: 'a file of 3 GiB by its header',
    code: 'ARCHIVE_TOO_LARGE',
    zip: () => zipOf({ name: 'a', content: Buffer.alloc(64), declaredSize: 3072 * MIB }),
    tar: () => tarOf({ name: 'a', content: 'x', declaredSize: 3072 * MIB }),
  },
  {
    what: 'a file of an exbibyte by its 64-bit size',
    code: 'ARCHIVE_TOO_LARGE',
    zip: () => {
      const extra = extraField(ZIP64, u64(2n ** 60n));
      return zipOf({ name: 'a', content: 'x', declaredSize: MARK32, extra, localExtra: extra });
    },
    tar: () => tarOf({ name: 'a', content: 'x', declaredSize: 2 ** 52 }),
  },
  {
    what: 'more bytes of headers than a package has',
    code: 'ARCHIVE_RATIO_TOO_HIGH',
    gzip: () =>
      gzipSync(Buffer.concat([tarEntry({ name: 'a' }), ...Array<Buffer>(9_000).fill(paxOfZeros())])),
  },
  { what: 'no entry', code: 'ARCHIVE_EMPTY', zip: () => zipOf(), tar: () => tarOf(), tree: () => undefined },
  {
    what: 'folders only',
    code: 'ARCHIVE_EMPTY',
    zip: () => zipOf({ name: 'a/', method: 0 }),
    tar: () => tarOf({ name: 'a/' }),
    tree: (root) => {
      mkdirSync(join(root, 'a'));
    },
  },
];

function paxOfZeros(): Buffer {
  return tarEntry({ name: 'g', type: 'g', content: '0'.repeat(4096) });
}
