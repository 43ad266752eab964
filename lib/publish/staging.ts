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
  readonly #arrived: ReadonlyMap<string, string>;
  /** Files that this run has sent, and the stable place of each. */
  readonly #sent = new Map<ManifestFile, string | undefined>();
  #sentBytes = 0;
  readonly #noting = new Set<Promise<void>>();
  #noteFailed: { readonly error: unknown } | undefined;

  constructor(
    private readonly store: SiteStore,
    private readonly cut: ExtractedCut,
    private readonly options: StageOptions,
  ) {
    this.#concurrency = { ...DEFAULT_CONCURRENCY, ...options.concurrency };
    this.#headers = objectHeaders(options.cacheControl);
    this.#arrived = options.arrived ?? new Map();
  }

  /** Stages every file of the manifest, and then the manifest; may be called again for another stable place. */
  async stage(manifest: CutManifest): Promise<StageReport> {
    const { base } = this.options;
    const plan = planStage(manifest.files, base, this.cut.isAtHand);
    const lost = plan.missing.find((file) => !this.hasArrived(file, this.served(file, manifest)));
    if (lost !== undefined) throw this.baseMissing(lost);

    const pool = new WorkPool();
    const { sends, copies } = this.#concurrency;
    const uncopied: ManifestFile[] = [];
    let resumedFiles = 0;
    const resume = async (file: ManifestFile, staged: StagedFile): Promise<boolean> => {
      if (!this.hasArrived(file, staged) || !(await this.copy(staged, manifest))) return false;
      if (!this.#sent.has(file)) resumedFiles += 1;
      return true;
    };
    const send = async (file: ManifestFile): Promise<void> => {
      const staged = this.served(file, manifest);
      if (!(await resume(file, staged))) await this.send(file, staged, manifest);
    };
    const copy = async (file: ManifestFile): Promise<void> => {
      const staged = this.served(file, manifest);
      if (await resume(file, staged)) return;
      if (!(await this.copy(staged, manifest, base))) uncopied.push(file);
    };
    await Promise.all([
      pool.each(plan.send, sends, send),
      pool.each(plan.missing, sends, send),
      pool.each(plan.copy, copies, copy),
    ]);
    await pool.each(uncopied, sends, (file) => this.send(file, this.served(file, manifest), manifest));
    await this.allNoted();
    await this.attempt(() => this.store.putManifest(manifest));
    return this.report(manifest, resumedFiles);
  }

  private hasArrived(file: ManifestFile, staged: StagedFile): boolean {
    if (this.#sent.has(file) && this.#sent.get(file) === staged.stableUnder) return true;
    return this.#arrived.size > 0 && this.#arrived.get(arrivalPath(staged)) === file.sha256;
  }

  /** @param from default: its own place, where an earlier run has left it */
  private copy(file: StagedFile, to: CutManifest, from: CutPlace = to): Promise<boolean> {
    return this.attempt(() => this.store.copyFile(to.generation, file, from));
  }

  private async send(file: ManifestFile, staged: StagedFile, { generation }: CutManifest): Promise<void> {
    if (this.cut.isAtHand?.(file.path) === false) throw this.baseMissing(file);
    const source = join(this.cut.directory, file.path);
    await this.attempt(() => this.store.putFile(generation, staged, source));
    this.#sent.set(file, staged.stableUnder);
    this.#sentBytes += file.size;
    this.note(staged);
  }

  /** Nobody waits for a note before the cut is declared whole; a set of those under way stays small. */
  private note(staged: StagedFile): void {
    const noted = this.options.onArrived?.({ path: arrivalPath(staged), sha256: staged.sha256 });
    if (noted === undefined) return;
    const noting = noted
      .catch((error: unknown) => {
        this.#noteFailed ??= { error };
      })
      .finally(() => this.#noting.delete(noting));
    this.#noting.add(noting);
  }

  private async allNoted(): Promise<void> {
    await Promise.all(this.#noting);
    if (this.#noteFailed !== undefined) throw this.#noteFailed.error;
  }

  private served({ path, size, sha256 }: ManifestFile, { stable }: CutManifest): StagedFile {
    const { contentType, cacheControl } = this.#headers(path);
    return { path, size, sha256, contentType, cacheControl, stableUnder: stableUnder(stable, path) };
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
