import type { CutManifest, ManifestFile } from '../cut/index.js';
import { findIn } from './known-files.js';

/** How each file of a cut gets into the store. */
export interface StagePlan {
  /** Their bytes must be sent. */
  readonly send: readonly ManifestFile[];
  /** The base has them under the same path with the same content. */
  readonly copy: readonly ManifestFile[];
  /** They changed, or the base never had them, and their bytes are not at hand. */
  readonly missing: readonly ManifestFile[];
}

/**
 * Tells changed files by their SHA-256 alone: size and time do not tell.
 * @param files all of the cut
 * @param isAtHand whether the package brought a path
 */
export function planStage(
  files: readonly ManifestFile[],
  base: CutManifest | undefined,
  isAtHand: (path: string) => boolean = () => true,
): StagePlan {
  const known = findIn(base?.files ?? []);
  const [send, copy, missing]: [ManifestFile[], ManifestFile[], ManifestFile[]] = [[], [], []];
  for (const file of files) {
    if (known(file.path)?.sha256 === file.sha256) copy.push(file);
    else if (isAtHand(file.path)) send.push(file);
    else missing.push(file);
  }
  return { send, copy, missing };
}
