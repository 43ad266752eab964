import { join } from 'node:path';
import pLimit from 'p-limit';
import pRetry from 'p-retry';
import type { CutManifest, ManifestFile } from '../cut/index.js';
import { isDifusorError } from '../errors.js';
import { objectHeaders, type CacheControlRules } from './object-headers.js';
import type { SiteStore, StagedFile } from './site-store.js';
import { planStage } from './stage-plan.js';

/** A cut, expanded on this host's disk. */
export interface ExtractedCut {
  readonly manifest: CutManifest;
  /** Holds each file of the manifest under its path. */
  readonly directory: string;
}

export interface StageOptions {
  readonly cacheControl: CacheControlRules;
  /** Manifest of a cut that the store has whole; its unchanged files are not sent again. */
  readonly base: CutManifest | undefined;
  /**
   * Calls to the store at one time.
   * @default 16
   */
  readonly concurrency?: number;
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
  readonly copiedFiles: number;
}

const DEFAULT_CONCURRENCY = 16;
const DEFAULT_RETRY = { retries: 3, firstWaitMs: 200 };

/**
 * Puts a cut into the store whole: changed files sent, the others copied there, the manifest last.
 * @throws STORE_WRITE_FAILED when a call still fails after its retries
 */
export async function stageCut(
  store: SiteStore,
  cut: ExtractedCut,
  options: StageOptions,
): Promise<StageReport> {
  const { generation, files } = cut.manifest;
  const { retries, firstWaitMs } = options.retry ?? DEFAULT_RETRY;
  const limit = pLimit(options.concurrency ?? DEFAULT_CONCURRENCY);
  const attempt = <T>(call: () => Promise<T>): Promise<T> =>
    pRetry(call, { retries, minTimeout: firstWaitMs, shouldRetry: ({ error }) => isRetryable(error) });

  const send = async (file: ManifestFile): Promise<ManifestFile> => {
    await attempt(() => store.putFile(generation, served(file, options), join(cut.directory, file.path)));
    return file;
  };
  const copy = async (file: ManifestFile, from: string): Promise<ManifestFile | undefined> => {
    const copied = await attempt(() => store.copyFile(generation, served(file, options), from));
    return copied ? undefined : send(file);
  };

  const plan = planStage(files, options.base);
  const base = options.base?.generation ?? generation;
  const sent = await Promise.all([
    ...plan.send.map((file) => limit(() => send(file))),
    ...plan.copy.map((file) => limit(() => copy(file, base))),
  ]).finally(() => limit.clearQueue());
  await attempt(() => store.putManifest(cut.manifest));
  return report(
    files,
    sent.filter((file) => file !== undefined),
  );
}

function served(file: ManifestFile, { cacheControl }: StageOptions): StagedFile {
  return { ...file, ...objectHeaders(file.path, cacheControl) };
}

function report(files: readonly ManifestFile[], sent: readonly ManifestFile[]): StageReport {
  return {
    sentFiles: sent.length,
    sentBytes: sent.reduce((sum, file) => sum + file.size, 0),
    copiedFiles: files.length - sent.length,
  };
}

function isRetryable(error: unknown): boolean {
  return isDifusorError(error) && error.retryable;
}
