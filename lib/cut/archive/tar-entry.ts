import type { Header } from 'tar-stream';
import type { EntryKind, PackageEntry } from './package-entry.js';

/** What the parser gives beside what its types say. */
export interface TarHeader extends Omit<Header, 'type' | 'pax'> {
  /** `null` where the parser does not know the flag. */
  readonly type: Header['type'] | null;
  /** Offset of the data in the tar. */
  readonly byteOffset: number;
  readonly pax: Readonly<Record<string, string>> | null;
}

const KINDS: Readonly<Partial<Record<Header['type'], EntryKind>>> = {
  file: 'file',
  directory: 'directory',
  symlink: 'symlink',
  link: 'hardLink',
  'character-device': 'device',
  'block-device': 'device',
  fifo: 'fifo',
};

/** The flag of a sparse file in old GNU tars; newer ones write a plain file and say it in pax records. */
const SPARSE_FLAG = 'S';
const SPARSE_RECORD = /^(GNU\.sparse\.|SCHILY\.realsize$)/;

/** The root that `tar -C folder .` lists, which is no entry of the package. */
export function isRoot({ name, type, size }: TarHeader): boolean {
  return type === 'directory' && size === 0 && (name === '.' || name === './');
}

/**
 * An entry as its header means it, long names resolved; a first `./`, which `tar -C folder .` puts before every name,
 * is no part of the path.
 */
export function entryOfTar(header: TarHeader, typeFlag: string): PackageEntry {
  const kind = kindOf(header, typeFlag);
  const named = header.name.endsWith('/');
  const path = header.name.replace(/^\.\/(?=.)/, '');
  return {
    path: named ? path.slice(0, -1) : path,
    // A folder needs no last slash; a file must have none.
    ...(named ? { namedDirectory: true } : {}),
    kind,
    mode: header.mode,
    size: header.size,
  };
}

function kindOf({ type, pax }: TarHeader, typeFlag: string): EntryKind {
  if (typeFlag === SPARSE_FLAG) return 'sparse';
  if (Object.keys(pax ?? {}).some((record) => SPARSE_RECORD.test(record))) return 'sparse';
  return (type === null ? undefined : KINDS[type]) ?? 'unknown';
}
