import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folder with a Dockerfile and what it copies, for each image. */
const IMAGES = join(__dirname, 'images');

/** A folder to build an image from. */
export interface ImageContext {
  readonly folder: string;
  /** SHA-256 over names and contents, in hexadecimal: another one is another image. */
  readonly digest: string;
}

/** The build context of one image of this package's. */
export function imageContext(image: string, images = IMAGES): ImageContext {
  const folder = join(images, image);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) {
    const content = readFileSync(file);
    hash.update(`${file.slice(folder.length)}\0${content.length}\0`).update(content);
  }
  return { folder, digest: hash.digest('hex') };
}
