import { DifusorError } from '../../errors.js';
import { MIB, type ArchiveLimits } from './archive-limits.js';
import { NameRegister } from './entry-collisions.js';
import { assertFileOrDirectory } from './entry-kind.js';
import { printable, unsafePathCode } from './entry-path.js';
import type { PackageEntry } from './package-entry.js';

/** A file that the policy let through. */
export interface AdmittedFile {
  readonly path: string;
  /** Bytes, expanded. */
  readonly size: number;
}

/**
 * The archive policy, the same for every form: an entry is admitted before a byte of it is expanded, so that a form
 * that is read in one stream is refused at its first hostile entry.
 */
export class EntryPolicy {
  readonly #names = new NameRegister();
  readonly #files: AdmittedFile[] = [];
  #entries = 0;
  #bytes = 0;

  constructor(
    readonly packageName: string,
    readonly limits: ArchiveLimits,
  ) {}

  /** @throws ARCHIVE_TOO_MANY_ENTRIES, …_TOO_LARGE, …_RATIO_TOO_HIGH, one of ARCHIVE_PATH_…, …_NAME_… or …_ENTRY_… */
  admit(entry: PackageEntry): void {
    this.expect(++this.#entries);
    this.#assertPath(entry);
    assertFileOrDirectory(entry);
    if (entry.kind !== 'file') return;
    this.#bytes += entry.size;
    if (this.#bytes > this.limits.maxBytes) throw tooLarge(this.limits);
    this.#assertRatio(entry);
    this.#files.push({ path: entry.path, size: entry.size });
  }

  /**
   * Told by a form how many entries it announces.
   * @throws ARCHIVE_TOO_MANY_ENTRIES
   */
  expect(entries: number): void {
    const { maxEntries } = this.limits;
    if (entries > maxEntries) throw new DifusorError('ARCHIVE_TOO_MANY_ENTRIES', { limit: maxEntries });
  }

  /**
   * The files, once the last entry is admitted.
   * @throws ARCHIVE_EMPTY when there is none
   */
  files(): readonly AdmittedFile[] {
    if (this.#files.length === 0) throw new DifusorError('ARCHIVE_EMPTY', { package: this.packageName });
    return this.#files;
  }

  #assertPath({ path, kind }: PackageEntry): void {
    const code = unsafePathCode(path, this.limits);
    // A second form of a name that is there already is told as what it is.
    if (code === undefined || code === 'ARCHIVE_PATH_NOT_NFC') this.#names.take(path, kind === 'directory');
    if (code !== undefined) throw new DifusorError(code, { entry: printable(path) });
  }

  #assertRatio({ path, size, packedSize }: PackageEntry): void {
    if (packedSize === undefined) return;
    assertRatio(path, size, packedSize, this.limits);
  }
}

/** @throws ARCHIVE_RATIO_TOO_HIGH when so many bytes came out of so few */
export function assertRatio(name: string, bytes: number, packed: number, limits: ArchiveLimits): void {
  const ratio = bytes / Math.max(packed, 1);
  if (ratio <= limits.maxRatio) return;
  throw new DifusorError('ARCHIVE_RATIO_TOO_HIGH', {
    entry: printable(name),
    ratio: Math.ceil(ratio),
    limit: limits.maxRatio,
  });
}

export function tooLarge({ maxBytes }: Pick<ArchiveLimits, 'maxBytes'>): DifusorError {
  return new DifusorError('ARCHIVE_TOO_LARGE', { limitMib: Math.floor(maxBytes / MIB) });
}
