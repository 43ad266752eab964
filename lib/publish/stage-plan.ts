import type { CutManifest, ManifestFile } from '../cut/index.js';

/** How each file of a cut gets into the store. */
export interface StagePlan {
  /** Their bytes must be sent. */
  readonly send: readonly ManifestFile[];
  /** The base has them under the same path with the same content. */
  readonly copy: readonly ManifestFile[];
}

/** Tells changed files by their SHA-256 alone: size and time do not tell. */
export function planStage(files: readonly ManifestFile[], base: CutManifest | undefined): StagePlan {
  const known = new Map(base?.files.map((file) => [file.path, file.sha256]));
  const unchanged = (file: ManifestFile): boolean => known.get(file.path) === file.sha256;
  return { send: files.filter((file) => !unchanged(file)), copy: files.filter(unchanged) };
}
