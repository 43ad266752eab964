import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ManifestFile, OpenedPackage } from '../../lib/cut/index.js';
import { DifusorError } from '../../lib/errors.js';

/** Content of the files of a package by their paths. */
export type PackageContent = Readonly<Record<string, Buffer | string>>;

/** An opened package that stands in memory. */
export function packageOf(content: PackageContent): Pick<OpenedPackage, 'paths' | 'read'> {
  return {
    paths: Object.keys(content).sort(),
    read: (path, maxBytes) => {
      const file = content[path];
      if (file !== undefined && Buffer.from(file).length > maxBytes)
        return Promise.reject(new DifusorError('ARCHIVE_TOO_LARGE', { limitMib: 64 }));
      return Promise.resolve(file === undefined ? undefined : Buffer.from(file));
    },
  };
}

/** Writes the files below a directory, as an extracted package has them, and lists them. */
export function extractedTo(directory: string, content: PackageContent): readonly ManifestFile[] {
  return Object.keys(content)
    .sort()
    .map((path) => {
      const bytes = Buffer.from(content[path] ?? '');
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), bytes);
      return { path, size: bytes.length, sha256: hashOf(bytes) };
    });
}

/** Lower-case hexadecimal digest of a content, SHA-256 unless told. */
export function hashOf(content: Buffer | string, algorithm = 'sha256'): string {
  return createHash(algorithm).update(content).digest('hex');
}
