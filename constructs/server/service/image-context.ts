import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceName } from './service.js';

/** Folder with a folder for each service, which has its Dockerfile and what that copies in `image/`. */
const SERVICES = join(__dirname, '..');

/** A folder to build an image from. */
export interface ImageContext {
  readonly folder: string;
  /** SHA-256 over names and contents, in hexadecimal: another one is another image. */
  readonly digest: string;
}

/**
 * What the image of a service is built from.
 * @param services folder with one for each service
 */
export function imageContext(service: ServiceName, services = SERVICES): ImageContext {
  const folder = join(services, service, 'image');
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
