import { flipPointer, type FlipReport } from './flip-pointer.js';
import type { SiteStore } from './site-store.js';
import { stageCut, type ExtractedCut, type StageOptions, type StageReport } from './stage-cut.js';

export interface PublishOptions extends StageOptions {
  /** Stage only: the opening is still ahead, and `flipPointer` follows then. */
  readonly hold: boolean;
}

export interface PublishReport {
  readonly staged: StageReport;
  /** Absent where the cut is held. */
  readonly flip?: FlipReport;
}

/**
 * Publishes a cut: staged whole, its manifest last, then one flip.
 * @throws STORE_WRITE_FAILED, CUT_OLDER_THAN_LIVE, POINTER_MOVED; readers then still get what they got before
 */
export async function publishCut(
  store: SiteStore,
  cut: ExtractedCut,
  options: PublishOptions,
): Promise<PublishReport> {
  const staged = await stageCut(store, cut, options);
  return options.hold ? { staged } : { staged, flip: await flipPointer(store, cut.manifest) };
}
