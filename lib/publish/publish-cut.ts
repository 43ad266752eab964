import type { CutManifest } from '../cut/index.js';
import { flipPointer, type FlipReport } from './flip-pointer.js';
import type { SiteStore } from './site-store.js';
import { stageCut, type ExtractedCut, type StageOptions, type StageReport } from './stage-cut.js';

export interface PublishOptions extends StageOptions {
  /** Stage only: the opening is still ahead, and `flipPointer` follows then. */
  readonly hold: boolean;
}

export interface PublishReport {
  readonly staged: StageReport;
  /** As it was stored: with the place of the stable files. */
  readonly manifest: CutManifest;
  /** Absent where the cut is held. */
  readonly flip?: FlipReport;
}

/**
 * Publishes a cut: staged whole, its manifest last, then one flip.
 * @throws STORE_WRITE_FAILED, CUT_BASE_MISSING, CUT_OLDER_THAN_LIVE, CUT_ROLLED_BACK, POINTER_MOVED; readers then still
 *   get what they got before
 */
export async function publishCut(
  store: SiteStore,
  cut: ExtractedCut,
  options: PublishOptions,
): Promise<PublishReport> {
  const { manifest, report: staged } = await stageCut(store, cut, options);
  return options.hold ? { staged, manifest } : { staged, manifest, flip: await flipPointer(store, manifest) };
}
