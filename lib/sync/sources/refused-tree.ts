import { join } from 'node:path';
import { ARCHIVE_LIMITS, MIB, snapshotPart, type ArchiveLimits } from '../../cut/index.js';
import { isDifusorError } from '../../errors.js';
import { outcomeOf } from '../outcome.js';
import type { RefusedTree } from './source.js';

export interface RefusedFolder {
  /** Name by which the tree would be kept. */
  readonly name: string;
  readonly from: string;
  /** Directory of this run's own. */
  readonly directory: string;
  /** Whether files are hard-linked: only where nobody writes into a file that is there. */
  readonly link: boolean;
  readonly signal?: AbortSignal | undefined;
  /** @default {@link PART_LIMITS} */
  readonly limits?: ArchiveLimits | undefined;
}

/** As much is kept of a tree that is refused: it may come again, and another, every minute of the night. */
export const PART_LIMITS: ArchiveLimits = { ...ARCHIVE_LIMITS, maxEntries: 10_000, maxBytes: 256 * MIB };

/**
 * What a tree came to that was refused while it was read: why, and what could be taken of it as evidence, under a name
 * that says that it is a part.
 * @throws `error` itself where it is no refusal, or nothing could be taken: the next run tries again
 */
export async function refusedTree(error: unknown, folder: RefusedFolder): Promise<RefusedTree> {
  if (!isDifusorError(error) || outcomeOf(error).kind !== 'refused') throw error;
  const { name, from, directory, link, signal, limits = PART_LIMITS } = folder;
  const path = join(directory, 'part');
  const taken = await snapshotPart(from, path, { link, signal, limits }).catch(() => undefined);
  if (taken === undefined) throw error;
  return { kind: 'refused', error, part: { form: 'tree', name: `${name}.partial`, path, ...taken } };
}
