import { mkdir } from 'node:fs/promises';
import { DifusorError } from '../../errors.js';
import { archiveFailure } from './archive-failure.js';
import type { ArchiveLimits } from './archive-limits.js';
import { readEntry, writeEntry } from './entry-content.js';
import { EntryPolicy, tooLarge, type AdmittedFile } from './entry-policy.js';
import { printable } from './entry-path.js';
import type { ManifestFile } from '../manifest.js';
import type { OpenedPackage } from './opened-package.js';
import { readTar } from './read-tar.js';
import { byPath, totalSize } from '../sizes.js';
import type { TarFile } from './tar-file.js';

/**
 * Reads a tar once from end to end, applies the archive policy to every entry, and writes nothing.
 * @throws the codes of the policy and of `readTar`
 */
export async function openTar(file: TarFile, limits: ArchiveLimits): Promise<OpenedPackage> {
  const policy = new EntryPolicy(file.packageName, limits);
  await readTar(file, limits, (entry) => {
    policy.admit(entry);
    return Promise.resolve(undefined);
  });
  return new TarPackage(file, limits, policy.files());
}

class TarPackage implements OpenedPackage {
  readonly fileCount: number;
  readonly totalBytes: number;
  readonly paths: readonly string[];
  readonly #files: ReadonlyMap<string, AdmittedFile>;

  constructor(
    readonly file: TarFile,
    readonly limits: ArchiveLimits,
    files: readonly AdmittedFile[],
  ) {
    this.#files = new Map(files.map((admitted) => [admitted.path, admitted]));
    this.fileCount = files.length;
    this.totalBytes = totalSize(files);
    this.paths = files.map(({ path }) => path).sort();
  }

  async read(path: string, maxBytes: number): Promise<Buffer | undefined> {
    const file = this.#files.get(path);
    if (file === undefined) return undefined;
    if (file.size > maxBytes) throw tooLarge({ maxBytes });
    let found: Buffer | undefined;
    await readTar(this.file, this.limits, async (entry, content) => {
      if (entry.path !== path) return undefined;
      found = (await readEntry(content, file)).bytes;
      return 'enough';
    });
    return found;
  }

  async extractTo(directory: string): Promise<readonly ManifestFile[]> {
    const extracted: ManifestFile[] = [];
    try {
      await mkdir(directory);
      await readTar(this.file, this.limits, async (entry, content) => {
        if (entry.kind === 'directory') return undefined;
        const file = this.#files.get(entry.path);
        if (file?.size !== entry.size) throw changed(entry.path);
        const digesting = await writeEntry(content, file, directory);
        extracted.push({ path: file.path, size: digesting.bytes, sha256: digesting.sha256() });
        return undefined;
      });
    } catch (error) {
      throw archiveFailure(error, { packageName: this.file.packageName, doing: 'write', place: directory });
    }
    if (extracted.length !== this.fileCount) throw changed(this.file.packageName);
    return extracted.sort(byPath);
  }

  close(): void {
    // Each reading opens the file anew and lets go of it.
  }
}

function changed(entry: string): DifusorError {
  return new DifusorError('ARCHIVE_CHANGED', { entry: printable(entry) }, { retryable: true });
}
