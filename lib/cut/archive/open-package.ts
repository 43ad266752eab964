import { archiveFailure } from './archive-failure.js';
import { ARCHIVE_LIMITS, type ArchiveLimits } from './archive-limits.js';
import type { OpenedPackage } from './opened-package.js';
import { formOf } from './package-form.js';
import type { ReceivedPackage } from '../received-package.js';
import { tarFileOf } from './tar-file.js';
import { openTar } from './tar-reader.js';
import { openTree } from './tree-reader.js';
import { openZip } from './zip-reader.js';

/**
 * Opens a package in whichever form it came and applies the archive policy to every entry, before one is expanded.
 * @throws one of ARCHIVE_…, or STORE_READ_FAILED when this host's disk fails
 */
export async function openPackage(
  received: ReceivedPackage,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Promise<OpenedPackage> {
  try {
    return await openForm(received, limits);
  } catch (error) {
    throw archiveFailure(error, { packageName: received.name, doing: 'read', place: received.path });
  }
}

async function openForm(received: ReceivedPackage, limits: ArchiveLimits): Promise<OpenedPackage> {
  if (received.form === 'tree') return openTree(received, limits);
  const form = await formOf(received);
  return form === 'zip' ? openZip(received, limits) : openTar(tarFileOf(received, form), limits);
}
