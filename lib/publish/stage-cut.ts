import type { CutManifest } from '../cut/index.js';
import { isDifusorError } from '../errors.js';
import type { CacheControlRules } from './object-headers.js';
import type { SiteStore } from './site-store.js';
import { stablePlace } from './stable-place.js';
import { Staging } from './staging.js';

/** A cut, expanded on this host's disk. */
export interface ExtractedCut {
  readonly manifest: CutManifest;
  /** Holds the files at hand, each under its path. */
  readonly directory: string;
  /**
   * Tells which of the manifest's paths the directory holds.
   * @default all: the package held the whole cut
   */
  readonly isAtHand?: (path: string) => boolean;
}

/** A file whose bytes the store has acknowledged. */
export interface Arrival {
  /** Its path in the cut; for a stable file `/stable/<place>/<path>`, since it may have to stand elsewhere later. */
  readonly path: string;
  readonly sha256: string;
}

export interface StageOptions {
  readonly cacheControl: CacheControlRules;
  /** Manifest of a cut that the store has whole; its unchanged files are not sent again. */
  readonly base: CutManifest | undefined;
  /**
   * Folders of the site, with a slash at either end, whose files never get other content under the same name.
   * @default none
   */
  readonly stablePrefixes?: readonly string[] | undefined;
  /**
   * What of this cut an earlier run, which died, has sent: SHA-256 by the path of its {@link Arrival}.
   * @default nothing
   */
  readonly arrived?: ReadonlyMap<string, string> | undefined;
  /** Told of each file that was sent; its promise is awaited before the cut is declared whole. */
  readonly onArrived?: ((arrival: Arrival) => Promise<void> | undefined) | undefined;
  /**
   * Calls to the store at one time.
   * @default 48 that send a file, and 144 that copy one
   */
  readonly concurrency?: { readonly sends?: number; readonly copies?: number };
  /**
   * How often a failed call is tried again, and the first wait in milliseconds; later waits double.
   * @default 3 times, from 200 ms
   */
  readonly retry?: { readonly retries: number; readonly firstWaitMs: number };
}

/** What staging a cut cost. */
export interface StageReport {
  readonly sentFiles: number;
  readonly sentBytes: number;
  /** Had from another cut, or standing in their stable place already. */
  readonly copiedFiles: number;
  /** Sent by an earlier run. */
  readonly resumedFiles: number;
}

/** A cut that the store has whole. */
export interface StagedCut {
  /** As it was stored: with the place of the stable files. */
  readonly manifest: CutManifest;
  readonly report: StageReport;
}

/**
 * Puts a cut into the store whole: changed files sent, the others copied there, the manifest last. Where a stable file
 * turns out to have other content in its place, the cut gets a place of its own.
 * @throws STORE_WRITE_FAILED when a call still fails after its retries
 * @throws CUT_BASE_MISSING when a file is neither at hand nor in the base
 */
export async function stageCut(
  store: SiteStore,
  cut: ExtractedCut,
  options: StageOptions,
): Promise<StagedCut> {
  const { generation, stable = stablePlace(cut.manifest, options.stablePrefixes ?? [], options.base) } =
    cut.manifest;
  const staging = new Staging(store, cut, options);
  const stageWith = async (place: typeof stable): Promise<StagedCut> => {
    const manifest = place === undefined ? cut.manifest : { ...cut.manifest, stable: place };
    return { manifest, report: await staging.stage(manifest) };
  };
  try {
    return await stageWith(stable);
  } catch (error) {
    const taken = isDifusorError(error, 'STABLE_FILE_TAKEN');
    if (!taken || stable === undefined || stable.under === generation) throw error;
    return stageWith({ under: generation, prefixes: stable.prefixes });
  }
}
