import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generationOf, type CutManifest } from '../../lib/cut/index.js';
import type { ExtractedCut, StagedFile } from '../../lib/publish/index.js';

export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A cut on the disk, as it stands after a package was opened. */
export function extractedCut(
  directory: string,
  cutTime: string,
  contents: Readonly<Record<string, string>>,
  head: Partial<CutManifest> = {},
): ExtractedCut {
  const packageSha256 = sha256(JSON.stringify([cutTime, contents]));
  const generation = generationOf(new Date(cutTime), packageSha256);
  const root = join(directory, generation);
  const files = Object.entries(contents).map(([path, content]) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    return { path, size: Buffer.byteLength(content), sha256: sha256(content) };
  });
  const manifest: CutManifest = {
    format: 1,
    generation,
    cutTime: new Date(cutTime).toISOString(),
    packageName: 'package.zip',
    packageSha256,
    window: 'election',
    rehearsal: false,
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    ...head,
  };
  return { manifest, directory: root };
}

/** A file as a store is given it. */
export function stagedFile(path: string, content: string): StagedFile {
  const contentType = 'text/html';
  return {
    path,
    size: Buffer.byteLength(content),
    sha256: sha256(content),
    contentType,
    cacheControl: 'no-cache',
  };
}
