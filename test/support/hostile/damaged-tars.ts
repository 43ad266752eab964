import { gzipSync } from 'node:zlib';
import { buildTar, TAR_END } from '../tar-writer.js';
import { flipped, tarOf, TEXT, type HostileKind } from './hostile-kind.js';

const SOUND_TAR = (): Buffer => tarOf({ name: 'a', content: TEXT }, { name: 'b', content: TEXT });

/** Tars and gzips that are damaged or lie. */
export const DAMAGED_TARS: readonly HostileKind[] = [
  {
    what: 'a header with a wrong checksum',
    code: 'ARCHIVE_TAR_HEADER_DAMAGED',
    tar: () => tarOf({ name: 'a', checksum: 1 }),
  },
  {
    what: 'a second header damaged',
    code: 'ARCHIVE_TAR_HEADER_DAMAGED',
    tar: () => flipped(tarOf({ name: 'a' }, { name: 'b' }), 514),
  },
  {
    what: 'a negative size',
    code: 'ARCHIVE_TAR_HEADER_DAMAGED',
    tar: () => tarOf({ name: 'a', declaredSize: -512 }),
  },
  {
    what: 'a size that is no number',
    code: 'ARCHIVE_TAR_HEADER_DAMAGED',
    tar: () => tarOf({ name: 'a', pax: { size: 'many' } }),
  },
  {
    what: 'a tar that ends in a header',
    code: 'ARCHIVE_TRUNCATED',
    tar: () => SOUND_TAR().subarray(0, 512 + TEXT.length + 600),
  },
  { what: 'a tar that ends in a file', code: 'ARCHIVE_TRUNCATED', tar: () => SOUND_TAR().subarray(0, 1024) },
  {
    what: 'a tar without its end mark',
    code: 'ARCHIVE_TRUNCATED',
    tar: () => buildTar([{ name: 'a', content: 'x' }], Buffer.alloc(0)),
  },
  {
    what: 'a tar with half its end mark',
    code: 'ARCHIVE_TRUNCATED',
    tar: () => buildTar([{ name: 'a', content: 'x' }], Buffer.alloc(512)),
  },
  {
    what: 'bytes behind the tar',
    code: 'ARCHIVE_TRAILING_BYTES',
    tar: () => Buffer.concat([SOUND_TAR(), Buffer.alloc(512, 'x')]),
  },
  {
    what: 'entries behind the tar’s end',
    code: 'ARCHIVE_TRAILING_BYTES',
    tar: () => Buffer.concat([SOUND_TAR(), tarOf({ name: 'c' })]),
  },
  { what: 'a gzip cut short', code: 'ARCHIVE_TRUNCATED', gzip: () => gzipSync(SOUND_TAR()).subarray(0, -20) },
  {
    what: 'a gzip without its checksum',
    code: 'ARCHIVE_TRUNCATED',
    gzip: () => gzipSync(SOUND_TAR()).subarray(0, -8),
  },
  {
    what: 'a gzip with a damaged middle',
    code: 'ARCHIVE_CORRUPT',
    gzip: () => flipped(gzipSync(SOUND_TAR()), 60),
  },
  {
    what: 'a gzip with a wrong checksum',
    code: 'ARCHIVE_CORRUPT',
    gzip: () => {
      const bytes = gzipSync(SOUND_TAR());
      return flipped(bytes, bytes.length - 6);
    },
  },
  {
    what: 'bytes behind the gzip',
    code: 'ARCHIVE_TRAILING_BYTES',
    gzip: () => Buffer.concat([gzipSync(SOUND_TAR()), Buffer.alloc(9)]),
  },
  {
    what: 'a gzip of something else',
    code: 'ARCHIVE_FORMAT_UNKNOWN',
    gzip: () => gzipSync(Buffer.from('<!doctype html>'.repeat(99))),
  },
  { what: 'a gzip of nothing', code: 'ARCHIVE_TRUNCATED', gzip: () => gzipSync(Buffer.alloc(0)) },
  {
    what: 'two empty blocks before an entry',
    code: 'ARCHIVE_TRAILING_BYTES',
    tar: () => Buffer.concat([TAR_END, SOUND_TAR()]),
  },
];
