import { join } from 'node:path';
import pRetry from 'p-retry';
import type { CutManifest, ManifestFile } from '../cut/index.js';
import { DifusorError, isDifusorError } from '../errors.js';
import { placeOf } from './file-place.js';
import { objectHeaders } from './object-headers.js';
import type { CutPlace, SiteStore, StagedFile } from './site-store.js';
import { stableUnder } from './stable-place.js';
import type { ExtractedCut, StageOptions, StageReport } from './stage-cut.js';
import { planStage } from './stage-plan.js';
import { WorkPool } from './work-pool.js';

/** Together as many as an S3 client of the stores has connections. */
const DEFAULT_CONCURRENCY = { sends: 48, copies: 144 };
const DEFAULT_RETRY = { retries: 3, firstWaitMs: 200 };

/** The files of one cut on their way into the store. */
export class Staging {
  readonly #headers;
  readonly #concurrency;
  readonly #arrived: Map<string, string>;
  readonly #noted: Promise<void>[] = [];
  readonly #sent = new Set<ManifestFile>();
  #sentBytes = 0;

  constructor(
    private readonly store: SiteStore,
    private readonly cut: ExtractedCut,
    private readonly options: StageOptions,
  ) {
    this.#concurrency = { ...DEFAULT_CONCURRENCY, ...options.concurrency };
    this.#headers = objectHeaders(options.cacheControl);
    this.#arrived = new Map(options.arrived);
  }

  /** Stages every file of the manifest, and then the manifest; may be called again for another stable place. */
  async stage(manifest: CutManifest): Promise<StageReport> {
    const { base } = this.options;
    const plan = planStage(manifest.files, base, this.cut.isAtHand);
    const lost = plan.missing.find((file) => !this.hasArrived(this.served(file, manifest)));
    if (lost !== undefined) throw this.baseMissing(lost);

    const pool = new WorkPool();
    const { sends, copies } = this.#concurrency;
    const uncopied: ManifestFile[] = [];
    const resumed: ManifestFile[] = [];
    const resume = async (file: ManifestFile): Promise<boolean> => {
      if (!(await this.resume(this.served(file, manifest), manifest))) return false;
      if (!this.#sent.has(file)) resumed.push(file);
      return true;
    };
    await Promise.all([
      pool.each([...plan.send, ...plan.missing], sends, async (file) => {
        if (!(await resume(file))) await this.send(file, manifest);
      }),
      pool.each(plan.copy, copies, async (file) => {
        if (await resume(file)) return;
        if (!(await this.copy(this.served(file, manifest), manifest, base))) uncopied.push(file);
      }),
    ]);
    await pool.each(uncopied, sends, (file) => this.send(file, manifest));
    await Promise.all(this.#noted);
    await this.attempt(() => this.store.putManifest(manifest));
    return this.report(manifest, resumed.length);
  }

  private hasArrived(file: StagedFile): boolean {
    return this.#arrived.get(arrivalPath(file)) === file.sha256;
  }

  private async resume(file: StagedFile, manifest: CutManifest): Promise<boolean> {
    return this.hasArrived(file) && (await this.copy(file, manifest));
  }

  /** @param from default: its own place, where an earlier run has left it */
  private copy(file: StagedFile, to: CutManifest, from: CutPlace = to): Promise<boolean> {
    return this.attempt(() => this.store.copyFile(to.generation, file, from));
  }

  private async send(file: ManifestFile, manifest: CutManifest): Promise<void> {
    if (this.cut.isAtHand?.(file.path) === false) throw this.baseMissing(file);
    const staged = this.served(file, manifest);
    const source = join(this.cut.directory, file.path);
    await this.attempt(() => this.store.putFile(manifest.generation, staged, source));
    this.#sent.add(file);
    this.#sentBytes += file.size;
    const arrival = { path: arrivalPath(staged), sha256: file.sha256 };
    this.#arrived.set(arrival.path, arrival.sha256);
    const noted = this.options.onArrived?.(arrival);
    if (noted === undefined) return;
    // A rejection counts as handled until all are awaited.
    noted.catch(() => undefined);
    this.#noted.push(noted);
  }

  private served(file: ManifestFile, { stable }: CutManifest): StagedFile {
    return { ...file, ...this.#headers(file.path), stableUnder: stableUnder(stable, file.path) };
  }

  private baseMissing({ path }: ManifestFile): DifusorError {
    return new DifusorError('CUT_BASE_MISSING', { package: this.cut.manifest.packageName, file: path });
  }

  /** p-retry only comes in when a call has failed: thousands of calls would feel its own cost. */
  private async attempt<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      const { retries, firstWaitMs } = this.options.retry ?? DEFAULT_RETRY;
      const again = (attempt: number): Promise<T> => {
        if (attempt === 1) throw error;
        return call();
      };
      return pRetry(again, {
        retries,
        minTimeout: firstWaitMs,
        shouldRetry: (failed) => isRetryable(failed.error),
      });
    }
  }

  private report({ files }: CutManifest, resumedFiles: number): StageReport {
    const sentFiles = this.#sent.size;
    const copiedFiles = files.length - sentFiles - resumedFiles;
    return { sentFiles, sentBytes: this.#sentBytes, copiedFiles, resumedFiles };
  }
}

/** See `Arrival`. */
function arrivalPath(file: StagedFile): string {
  return file.stableUnder === undefined ? file.path : `/${placeOf('', file)}`;
}

function isRetryable(error: unknown): boolean {
  return isDifusorError(error) && error.retryable;
}
