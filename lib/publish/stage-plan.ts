import type { CutManifest, ManifestFile } from '../cut/index.js';

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
  const known = new Map(base?.files.map((file) => [file.path, file.sha256]));
  const copy = files.filter((file) => known.get(file.path) === file.sha256);
  const changed = files.filter((file) => known.get(file.path) !== file.sha256);
  return {
    copy,
    send: changed.filter(({ path }) => isAtHand(path)),
    missing: changed.filter(({ path }) => !isAtHand(path)),
  };
}
